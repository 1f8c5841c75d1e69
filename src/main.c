#include <stdio.h>

int main(void)
{
    puts("slate " SLATE_VERSION);
    return 0;
}
