#include "bank/law_rules.h"

#include "base/vec.h"

/* To add a phrase: write it into `words` of its row, small and without accents, as bank/pattern.h
 * says, and a line for it into tests/bank/law/risky.txt. If it finds something harmless: write the
 * harmless phrase into `innocent` of the row, and a line into tests/bank/law/innocent.txt.
 *
 * What the rows rest on: US: Title VII, ADEA, ADA, GINA, USERRA, INA 274B and the EEOC's guide to
 * questions before employment; California: FEHA, Labor Code 432.3 and 432.7; New York: Human Rights
 * Law, Labor Law 194-a; UK: Equality Act 2010 (section 60 on health), Rehabilitation of Offenders
 * Act 1974; EU: Directives 2000/43, 2000/78, 2006/54 and 2023/970 (article 5 on pay history), GDPR
 * article 9; France: Code du travail L1132-1, L1221-6. */

#define EVERY   LAW_ALL
#define AMERICA (LAW_US | LAW_US_CA | LAW_US_NY)
#define EUROPE  (LAW_EU | LAW_FR)

#define YOU  "you/he/she/they/candidate/applicant"
#define ARE  "are/is/was/were/re/s/be"
#define YOUR "your/his/her/their/candidate/applicant/candidates"
#define HAVE "have/has/had/got/having"

const char law_innocent[] =
    "film/films/documentary/documentaries/drama/series/show/story/scene/scenes/episode/feature/"
    "programme/program/pilot/spot/campaign/podcast about/on/with/of/where/in/following/follows .. "
    ".. | "
    "never/not/t/without/avoid/nor ask/asks/asking/mention/raise/raises/discuss/record/write/note/"
    "comment .. .. | "
    "never/not what/whether/about .. | "
    "ne/jamais demander/demandez/parler .. .. | "
    "character/characters/actor/actors/actress/protagonist .. | "
    ".. character/characters/actor/actors/actress";

/* clang-format off */
const struct law_rule law_english[] = {
    {.name = "law-age", .matter = "age", .risk = EVERY,
     .words = "eligible for a/your? pension | your/his/her/their pension | "
              "year .. left school/college/university | "
              "are/is you/he/she/they over/under/above # | "
              "until/before you/he/she/they retire/retires | "
              "somebody/someone/anyone/anybody/person young | "
              "older/elderly/young lady/gentleman/woman/guy/chap | older man | "
              "old lady/gentleman | how old are/is/re " YOU " | "
              "how old .. candidate/applicant/person | " YOUR " s? exact/real/actual? age | "
              "age of the candidate/applicant/person | what/which age are/is/were/would " YOU " | "
              "what s your age | age # | aged # | date of birth | birth date/dates/year | "
              "birthdate | birthday/birthdays | dob | year of birth | "
              "year " ARE "/did " YOU " born | when " ARE " " YOU " born | "
              "when " ARE " .. candidate born | born in/before/after # | "
              "what/which year/years did .. graduate | "
              "what/which year/years did .. finish/leave .. school/college/university | "
              "when did " YOU " finish/leave school/college/university/high/film | "
              "when did " YOU " graduate | graduation date/dates/year/years | "
              "year .. graduated/graduation | graduated in # | "
              YOU "/to/near/nearing/before/approaching retirement | retirement age/plans/date | "
              "when/do/will/would/are " YOU " .. retire/retiring | "
              "plan/plans/planning/about/thinking/going to/of/on retire/retiring | "
              "close to retiring | "
              YOU " " ARE "/seem/seems/look/looks/sound/sounds a/an/too/so/rather/quite/very/bit/"
              "really? old/young/elderly/youthful | "
              "seems/sounds/looks a? too/rather/quite/very/bit? old/young for/to | "
              "too old/young for .. role/job/team/position/us/this | past his/her/their prime | "
              "over the hill | digital native/natives | young and energetic/dynamic/hungry/hip | "
              "young/youthful/younger team/crowd/company/office | "
              "older/younger worker/workers/candidate/candidates/applicant/applicants | "
              "someone/anyone/anybody/somebody/boss/manager/people younger/older | "
              "younger/older boss/manager/colleague/colleagues/supervisor/people | "
              "people/person/someone/man/woman your/his/her/their/of age | "
              "your/his/her/their generation | "
              "in your/his/her/their early/mid/late? twenties/thirties/forties/fifties/sixties | "
              "in your/his/her/their early/mid/late? 20s/30s/40s/50s/60s | "
              YOU " " ARE " .. # years old/young | "
              "year/years old candidate/applicant/man/woman/guy/girl | middle aged | "
              "elderly candidate/man/woman",
     .innocent = "timeline/project/show/format/film/series/camera/standard/codec/company/studio/"
                 "idea/workflow is/was/were? born | over 18/16/21 | under budget | "
                 "over/under # .. budget/frames/seconds/minutes/hours/percent | "
                 "old hand/hands/school/friend/colleague/pro | "
                 "age # rating/rated/certificate/group/groups/audience/audiences/viewers/and/or/"
                 "to | rated/rating/viewers/audience/children/kids .. age/aged # | "
                 "birthday scene/party/cake/card/video/episode/message/song | "
                 "retire the/an/old/our/that/this/those/your/two | "
                 "young/younger/older audience/audiences/viewers | 18 or over | over 18 | "
                 "16 or over",
     .safer = "If the law sets an age for the job, ask: \"Are you 18 or over?\" Otherwise leave "
              "it out."},

    {.name = "law-family", .matter = "family or children", .risk = EVERY,
     .words = "who minds/watches/has the/your/his/her? children/kids | more children/kids | "
              "to have children/kids | has/have a child/kid/toddler/baby/son/daughter | "
              "has/have twins/triplets | any kids | any children at/yet/of | "
              "do/does/did " YOU " have/want .. children/kids/child/kid/baby/babies/toddler/"
              "toddlers | "
              "have/has/had " YOU " got/any/small .. children/kids/child/kid/baby/toddler | "
              "married .. kids/children | "
              "has/have/had/got/with # small/young/little/teenage/grown? children/kids | "
              HAVE " any/no/small/young/little/teenage/two/three/four/five/several/school? small/"
              "young/little/age? children/kids/child/kid/toddler | "
              YOUR " s? own/young/small/two/three/older/eldest? children/kids/child/kid/son/"
              "daughter/toddler/baby | how many children/kids | number of children/kids | "
              "mother/father/mum/mom/dad/parent of # | "
              "mother/father/mum/mom/dad of two/three/four/five | "
              "want/wants/wanting to? have? .. children/kids | "
              "plan/plans/planning/like/going to/on have/having/start/starting a/any? child/"
              "children/kids/family/baby | start/starting/started a family | childcare | "
              "child care | daycare | day care | babysitter/babysitters/nanny/nannies | "
              "school run | "
              "who/somebody/anyone/someone .. looks/look/take/takes/care/looking .. children/kids/"
              "child | "
              "family plan/plans/planning/situation/status/commitments/obligations/"
              "responsibilities/duties/life | your/his/her/their family | "
              "single/working/new/young/stay mother/mothers/mum/mums/mom/moms/parent/parents/"
              "father/dad | at home mother/mum/mom/dad | paternity/parental leave | "
              "caring responsibilities | caregiver | carer for | "
              "elderly/ageing/aging/sick parent/parents/mother/father | dependants/dependents | "
              "grandchild/grandchildren/grandkids/grandson/granddaughter",
     .innocent = "child project/clip/clips/node/nodes/sequence/folder/template/timeline/element/"
                 "layer | more children/kids in/of | kids/children in | family of | "
                 "family show/shows/film/films/viewing/audience/audiences/entertainment/drama/"
                 "friendly/tree | "
                 "children/kids programme/programmes/programming/tv/television/content/shows/"
                 "drama/s | your/his/her/the/a? family medical/health/history | "
                 "run/runs in your/his/her/the family | children in | "
                 "child safe/protection/lock | family plan of",
     .safer = "Say which hours and travel the job needs, and ask every candidate whether they can "
              "meet them."},

    {.name = "law-pregnancy", .matter = "pregnancy", .risk = EVERY,
     .words = "pregnan* | maternity | "
              "expecting a/her/their/your/another? first/second/third? baby/child/kid/twins | "
              "baby on the way | having a/another baby | have a/another baby | "
              "trying for a baby | miscarriage | fertility | ivf | abortion/abortions | "
              "breastfeed* | breast feeding | nursing mother/mothers | birth control | "
              "contracepti* | baby bump | morning sickness",
     .innocent = "pregnant pause/pauses/silence/moment/with | maternity ward/hospital/unit | "
                 "fertility rate",
     .safer = "Leave it out. Ask every candidate whether they can keep the dates of the job."},

    {.name = "law-marriage", .matter = "marriage or partnership", .risk = EVERY,
     .words = ARE "/" YOU "/got/get/getting/recently/happily/been/newly/just/never/not married | "
              "marital | marriage plans/status | married or single | single or married | "
              "plans to marry | husband/husbands | wife/wives | spouse/spouses | "
              "fiance/fiancee/fiances | divorc* | widowed/widow/widower | engaged to be | "
              "are you single/engaged | is he/she single | wedding ring/plans | "
              "boyfriend/girlfriend/boyfriends/girlfriends | civil partner/partners/partnership | "
              "live/lives/living with your/his/her/their/a/someone partner/anyone/someone | "
              "live/lives alone | does/will/would/is your/his/her partner | "
              "what .. your/his/her partner do | maiden name | miss or mrs | mrs or miss/ms | "
              "mrs ms | prefer mrs/miss | cohabit*",
     .innocent = "audio/sound/track/tracks/picture/mix/image/dialogue/music is/are/was/were "
                 "married | married print/prints/audio/track/tracks/sound/picture | "
                 "married to/with the? picture/sound/track/image | widows and/or orphans | "
                 "orphans and/or widows | wife/husband and husband/wife team/directors",
     .safer = "Leave it out. If the job brings travel or moving house, ask every candidate "
              "whether they can."},

    {.name = "law-sex", .matter = "sex, gender or orientation", .risk = EVERY,
     .words = "probably/clearly/openly/obviously/maybe gay/lesbian/queer/trans/transgender | "
              "sexual orientation/preference/identity | gender identity | sex life | "
              ARE " you/he/she/they/candidate a? gay/lesbian/bisexual/straight/queer/trans/"
              "transgender/transsexual/homosexual/heterosexual/lgbt | "
              YOU " s/re/is/are/was openly/probably/obviously? gay/lesbian/bisexual/queer/trans/"
              "transgender/homosexual | lesbian/lesbians | bisexual/bisexuals | "
              "homosexual/homosexuals | transgender/transsexual | coming/came/come out as | "
              YOUR " gender/sex | male or female | man or a? woman | "
              "as a woman/girl/mother/man/mum | for a woman/girl | man/woman s job/work | "
              "prefer/prefers/want/wants/need/needs a male/female/man/woman/girl/guy | "
              "female/male candidate/candidates/applicant/applicants/colleague/colleagues/boss/"
              "manager | work/working/works for/under/with a woman/women/man",
     .innocent = "male/female voice/voices/narrator/narration/connector/plug/lead | "
                 "straight cut/cuts/answer/to/into/from",
     .safer = "Leave it out: ask about the work alone, and the same of everybody."},

    {.name = "law-religion", .matter = "religion", .risk = EVERY,
     .words = "religion/religions | religious | "
              "what/which/your/his/her/their/attend/attends/attending/to church/mosque/synagogue/"
              "temple/parish | churchgo* | sabbath | shabbat | ramadan | hijab/hijabs | "
              "headscarf/headscarves | head scarf | turban/turbans | niqab | burqa | yarmulke | "
              "kippah | muslim/muslims | islam | jewish | jew/jews | judaism | "
              ARE " you/he/she/they/candidate a? christian/catholic/hindu/buddhist/mormon/atheist/"
              "sikh/protestant/believer | "
              YOU " s/re/is/are/was a/very? christian/catholic/hindu/buddhist/mormon/atheist/sikh/"
              "protestant | "
              "practising/practicing/devout/strict/evangelical/lapsed christian/catholic/hindu/"
              "buddhist/sikh | born again | jehovah* | mormon/mormons | seventh day adventist | "
              "your/his/her/what/which/their faith | person/people/man/woman of faith | "
              "faith group/school | believe/believes in god | pray/prays/praying | "
              "prayer time/times/room/breaks/break | prayers | holy day/days | "
              "celebrate/celebrates/observe/observes/keep/keeps .. christmas/easter/eid/passover/"
              "diwali/hanukkah/lent",
     .innocent = "religious about | "
                 "religious music/programme/programmes/programming/broadcaster/broadcasters/"
                 "channel/broadcasting | to temple/church street/road | faith in | "
                 "born again as/in",
     .safer = "Say which days and hours the job needs, and ask every candidate whether they can "
              "work them."},

    {.name = "law-origin", .matter = "origin, race or ethnicity", .risk = EVERY,
     .words = "that a/an .. name | how long have/has you/he/she/they lived here | "
              "your/his/her name sounds/sound | where did/do/does you/he/she/they grow up | "
              "grew up in/abroad | what/which country .. from | born here | "
              "where you/he/she are/is/come/comes from | "
              "where you/he/she/they are/is/was/were born | where are/re you/they from | "
              "where is/s he/she from | where .. originally from | originally from | "
              "where do/does/did " YOU " come from | where " ARE " " YOU " born | "
              "where " ARE " .. born | "
              "where .. your/his/her/their parents/family/people/ancestors .. from/born/come | "
              "your/his/her/their parents/family/name come/comes/from | country of origin/birth | "
              "birthplace | place of birth | "
              "born in/outside this/the/a/another country/us/usa/uk/states/france | "
              "born abroad/overseas | foreign born | national origin | "
              "nationality/nationalities | "
              "ethnic background/group/origin/minority/minorities/heritage/name/looking | "
              "ethnicity/ethnicities | ancestry | ancestors | heritage is/are/was | "
              "your/his/her heritage | your/his/her/what/which/their/candidate/candidates race | "
              "mixed race | race or | and race | racial | racially | "
              "colour/color of your/his/her/their skin | "
              "person/people/woman/man/women/men of colour/color | dark/light skinned | "
              "black/white/asian/african/arab/indian/hispanic/latino/latina/chinese/polish/"
              "romanian/oriental man/woman/guy/girl/lady/person/candidate/applicant/kid | "
              "foreigner/foreigners | foreign looking/sounding/name | what kind/sort of name | "
              "origin of your/his/her/that name | "
              "name .. foreign/polish/arabic/african/jewish/indian | what s your background | "
              "roots are | tribe/caste/castes",
     .innocent = "file/clip/bin/folder/show/scene/project/reel/brand/stage/track/track/code/"
                 "working name | that a/the name | "
                 "grew up in the edit/cutting/industry/business | originally from the/a/an | "
                 "tribe of editors | nationality of the? production/film/co | "
                 "where are they from camera/the | heritage film/films/footage/archive | "
                 "race or chase",
     .safer = "Leave it out. Ask only: \"Do you have the right to work in this country?\""},

    {.name = "law-accent", .matter = "accent or mother tongue", .risk = EVERY,
     .words = "your/his/her/their/that/strong/heavy/thick/slight/foreign/regional/noticeable/"
              "funny/hard/posh/french/spanish/indian/polish/russian/german/italian/african/"
              "american/british/irish/scottish accent | with/has/have/had/got an/a .. accent | "
              "accent is/was/too/bothers/hard/difficult/from | where .. accent | "
              "understand .. accent | mother tongue | native language/languages/tongue | "
              "native speaker/speakers | native english/french/german/spanish | "
              "your/his/her/their first language | first language english/is | "
              "language/languages .. at home | language/languages .. grow up/growing | "
              "speak/speaks like a native",
     .innocent = "accent light/lights/lighting/colour/color/colours/wall/music/mark/marks/cut | "
                 "accent coach/coaching | "
                 "actor/actors/actress/dub/dubbing/dialogue/voice/narrator/character .. accent/"
                 "accents | in his/her/their native language version",
     .safer = "If the job needs a language, ask: \"How well do you speak and write it?\""},

    {.name = "law-citizenship", .matter = "citizenship", .risk = EVERY,
     .words = "citizenship/citizenships | "
              "a/an/us/u/uk/british/american/french/eu/foreign/dual/you/are citizen/citizens | "
              "green card | immigration status/papers | immigrant/immigrants | "
              "illegal/legal/resident alien | undocumented worker/workers/immigrant/migrant | "
              "permanent resident/residents | naturalized/naturalised citizen | "
              "naturalization/naturalisation | which/what passport/passports | "
              "passport .. hold/have/issued | "
              "do/does " YOU " have/hold a british/french/us/american/eu? passport | "
              "how long have/has " YOU " been/lived in this/the/our? country/us/uk/states/france "
              "| "
              "when did " YOU " come/move/arrive to/in this/the? country/us/uk/states/france/here "
              "| visa status | what/which visa/visas",
     .innocent = "citizen kane/journalist/journalism/journalists/footage/science/camera",
     .safer = "Ask every candidate: \"Do you have the right to work in this country?\""},

    {.name = "law-health", .matter = "health or disability", .risk = EVERY,
     .words = "off work with/for/sick | signed off with | how many/often days/times .. sick/ill | "
              "use/uses drugs | to rehab | walk/walks/walking with a cane/stick/limp/frame | "
              "disability/disabilities | are/is you/he/she/candidate/applicant disabled | "
              "you/he/she/candidate/applicant is/are/s/re disabled | registered disabled | "
              "disabled person/people/candidate/candidates/worker/workers/applicant/applicants/"
              "man/woman/access | handicap* | wheelchair/wheelchairs | illness/illnesses | "
              "chronic illness/pain/condition/conditions/disease/fatigue/back | "
              "seriously/chronically/often/mentally/been/terminally ill | "
              "medical condition/conditions/history/problem/problems/record/records/leave/issue/"
              "issues/exam/examination/test/tests/treatment | medication/medications | on meds | "
              "take/takes/taking .. medicine/medicines/drugs/pills/antidepressants | "
              "prescription drugs/drug | "
              "health problem/problems/issue/issues/condition/conditions/record/history/concerns "
              "| your/his/her/their health | mental health/illness | depressed/depression | "
              "bipolar | adhd | autis* | dyslexi* | epilep* | diabet* | asthma* | arthritis | "
              "cancer | hiv | hearing aid/aids/loss | "
              ARE "/you/he/she/they/partly/partially/going/legally/hard deaf/blind | "
              "hard of hearing | colour/color blind | colour/color blindness | poor eyesight | "
              "your/his/her eyesight/hearing | deafness | blindness | sick day/days/leave/note | "
              "off sick | call/called/calls in sick | how often .. sick/ill | "
              "days/time off for/with illness/sickness/health | surger* | hospitali* | "
              "in/to hospital | been/was/were/badly injured | "
              "your/his/her/back/old/past/previous injury/injuries | workers compensation/comp | "
              "back problem/problems/trouble/pain | bad back/knee/knees | carpal tunnel | "
              "seeing a/your? therapist/psychiatrist/psychologist | in therapy/rehab | "
              "alcoholi* | addict/addicted/addiction/addictions | "
              "drink/drinking/drug/drugs problem/problems | do/does " YOU " smoke/drink | "
              "smoker/smokers | speech impediment | stammer* | " YOU " stutter/stutters | "
              "with/has/had a .. stutter/limp/disease | vaccinated | vaccination | covid status | "
              "fit and healthy | physically fit | able bodied | nervous breakdown | "
              "burned/burnt out before | " YOU " suffer/suffers/suffered from",
     .innocent = "disability film/officer/access/strand | photosensitive epilep* | "
                 "photosensitivity .. | "
                 "epilep* viewers/viewer/seizures/seizure/warning/test/safe | "
                 "flash/flashing/harding/strobe/strobing/flicker .. epilep* | "
                 "viewers/viewer/audience/audiences .. .. epilep*/deaf/blind/hearing | "
                 "people with epilep* | family medical .. | "
                 "deaf and/or/audience/audiences/viewers/community | "
                 "for the? deaf/blind/hard .. .. | the blind | audio description .. .. | "
                 "colour/color blind mode/safe/palette/viewers | health and safety | "
                 "health of the/a/an | health check/checks | depression era | "
                 "the great depression | "
                 "drive/raid/disk/system/server/file/database/project s? health | "
                 "autistic viewers | hospital drama/show/series | "
                 "medical drama/show/series/documentary | bipolar signal/contrast | "
                 "wheelchair dolly/shot/shots | surgery on/edit",
     .safer = "Say what the job needs and ask every candidate: \"Can you do this, with or without "
              "{accommodation}?\""},

    {.name = "law-arrest", .matter = "arrests or convictions", .risk = EVERY,
     .words = "drink/drunk driving | dui | dwi | arrested/arrests | "
              "been/record/records/ever arrest | arrest record/records | "
              "criminal record/records/history/background/conviction/convictions/past/offence/"
              "offense | been/were/was/ever convicted | convicted of | "
              "any/previous/past/prior/spent/unspent conviction/convictions | "
              "police record/records | in/to/been jail/prison | felon* | misdemeano* | "
              "trouble with the law/police | on parole | "
              "charged with a/any crime/offence/offense/felony | ex con/offender/offenders | "
              "did time",
     .innocent = "arrested development | arrested by/my/the eye/attention/image | "
                 "criminal record of the character | did time code/code",
     .safer = "Leave it to the check that follows an offer, where the law allows one for this "
              "job."},

    {.name = "law-genetic", .matter = "genetic history", .risk = EVERY,
     .words = "genetic/genetics | genes | family medical/health history | family history of | "
              "history .. in your/his/her family | run/runs in your/his/her/the family | "
              "dna test/tests/profile | hereditary | "
              "inherited disease/diseases/condition/conditions/illness",
     .innocent = "genetic algorithm/algorithms",
     .safer = "Leave it out: no job in this trade turns on it."},

    {.name = "law-discharge", .matter = "military discharge or service", .risk = AMERICA,
     .words = "branch of the military/armed/service/army | discharged from/by | "
              "honorably/dishonorably/honourably/dishonourably/medically discharged | "
              "honorable/dishonorable/honourable/dishonourable/military discharge | "
              "type/kind of discharge | discharge papers/type/status | "
              "military service/record/status/duty/obligations | reserve/reserves duty | "
              "army reserve/reserves | national guard | reservist/reservists | draft status | "
              "are you a veteran | veteran status | "
              "served/serve/serving in the military/army/navy/marines/forces/air/reserves",
     .innocent = "military service drama/advisor/adviser",
     .safer = "Ask what they learned there that this job needs, and only of those who bring it "
              "up."},

    {.name = "law-body", .matter = "height, weight or looks", .risk = EVERY,
     .words = "how tall are/is " YOU " | how much do/does " YOU " weigh | "
              "your/his/her height/waist/figure/looks | your/his/her body? weight | "
              "height and weight | weight and height | overweight | underweight | obese/obesity | "
              "lose/lost/losing/gain/gained weight | "
              YOU " " ARE "/look/looks very/too/quite/rather/really/a/bit? fat/skinny/tall/ugly/"
              "attractive/handsome/beautiful/overweight/chubby/short | "
              "good/nice looking man/woman/guy/girl/candidate | "
              "good looking candidate/applicant/guy/girl/woman/man | pretty girl/woman/face | "
              "too fat/skinny/ugly/attractive | dress size | body mass",
     .innocent = "weigh* up | pull/pulls/pulled/pulling your/his/her/their own? weight | "
                 "add weight | their weight in | is/was short on/of/film/and/for/notice | "
                 "is/was a short",
     .safer = "Say what the job needs, such as \"lift 20 kg\", and ask every candidate whether "
              "they can."},

    {.name = "law-debts", .matter = "debts or money troubles", .risk = EVERY,
     .words = "have/has/any loans | loans to pay | how is/s your/his/her/their credit | "
              "your/his/her/their/in/any/credit/card/personal/owe/owes/student/heavy debt/debts | "
              "debts | bankrupt/bankruptcy | "
              "credit score/rating/history/report/check/worthiness/record | own or rent | "
              "rent or own | own/owns/owned a/your/his/her/their own? home/house/car | "
              "do/does you/he/she/they have a home/house/car | garnish* | mortgage/mortgages | "
              "student loan/loans | "
              "your/his/her/personal financial problem/problems/difficulties/situation/trouble/"
              "worries | behind on your/his/her/the? rent",
     .innocent = "technical debt | edit debt | debt of gratitude | in debt to | "
                 "debts of the production/company/character | house style/lut/post/mix",
     .safer = "Leave it out. If the job handles money, that check follows an offer, where the law "
              "allows it."},

    {.name = "law-clubs", .matter = "clubs and unions", .risk = EVERY,
     .words = "shop steward | "
              "active in any/a/the/your .. society/societies/charity/charities/club/clubs/church "
              "| are/is/was/were/you/he/she/they in a/the/any union/guild | "
              "union/guild/iatse/bectu/equity member/members/membership/card/activist/activity/"
              "activities/activism/rep/representative/organiser/organizer/sympathies | "
              "member/members of a/an/any/the/his/her/their? trade/labor/labour/editors/iatse/"
              "bectu/local? union/unions/guild/club/clubs/society/societies/fraternity/sorority/"
              "lodge/association/organisation/organization/organisations/organizations | "
              "belong/belongs/belonged/belonging to .. union/unions/guild/club/clubs/society/"
              "societies/association/associations/organisation/organisations/organization/"
              "organizations | "
              "which/what unions/clubs/societies/associations/organisations/organizations .. you/"
              "he/she | which/what union/club/guild | "
              "join/joins/joined/joining a/the/any/his/her? trade? union/unions/guild | "
              "pro/anti union/unions | "
              "unionise/unionize/unionised/unionized/unionising/unionizing | "
              "support/supports/feel/think/opinion/views/like/against .. union/unions | "
              "been on strike | went/go/gone/going on strike | freemason/freemasons | country club",
     .innocent = "union rule/rules/rate/rates/crew/crews/scale/turnaround/hours/show/shows/shoot/"
                 "agreement/agreements/contract/minimum/minimums/break/breaks/day/overtime/"
                 "penalty/penalties/terms/call | rules/rates/terms of the/a union | "
                 "european/western/credit/student/students union | union of | union jack | "
                 "club scene/music/mix/track",
     .safer = "Ask for what the work needs, such as \"Do you know the crew's rules on hours?\", "
              "not for memberships."},

    {.name = "law-politics", .matter = "politics", .risk = EVERY,
     .words = "views/opinion/opinions/think/feel .. government/president/immigration/abortion | "
              "your/his/her/their politics | "
              "political party/parties/view/views/opinion/opinions/belief/beliefs/affiliation/"
              "affiliations/leaning/leanings/stance/activity/activities/activist/conviction/"
              "convictions | politically active/engaged/left/right | "
              "who/whom/what/how did/do/does/will/would " YOU " .. vote/voting | "
              "who/whom .. vote/votes/voted/voting for | "
              "vote/votes/voted/voting for/against/labour/tory/republican/democrat/conservative/"
              "left/right/leave/remain/green | which/what party | "
              "a republican/democrat/tory/marxist/communist/socialist/trumpist/brexiteer/feminist/"
              "leftist | left/right wing | brexit | trump | "
              "last/next/recent/presidential/general election | "
              "donate/donated to .. party/campaign",
     .innocent = "vote/votes/voted for the/a best/award/awards/oscar/oscars/bafta/favourite/cut/"
                 "take/shot/version/look | vote in the/a room/meeting/academy | "
                 "party political broadcast/broadcasts | party scene | "
                 "political party broadcast/broadcasts | "
                 "which/what party pays/owns/holds/signs/is/to/owes | left/right wing of | "
                 "election night/coverage/special",
     .safer = "Leave it out: ask about the work alone."},

    {.name = "law-salary-history", .matter = "what the candidate earned",
     .risk = LAW_US_CA | LAW_US_NY | EUROPE, .advice = LAW_US | LAW_UK,
     .words = "employer/company/studio/boss/job pay you | "
              "rate/salary/pay/money you/he/she/they are/re/were/is on | "
              "what do/did you/he/she/they make last/a/per/each year/month | "
              "salary/pay/wage/wages at/in/with your/his/her/their previous/last/old/current/"
              "present/former | "
              "current/currently/present/previous/last/past/prior/former/existing/old annual/base/"
              "total/day/daily/weekly/hourly? salary/salaries/pay/wage/wages/compensation/"
              "earnings/paycheck | "
              "current/present/previous/last/past/old day/daily/weekly/hourly rate | "
              "salary/pay/wage/compensation/earnings/income history | "
              "how much do/does/did/were/are/was " YOU " .. earn/earning/make/making/paid/get/"
              "getting/charge/on | how much money .. earn/make/paid | "
              "what do/does/did " YOU " earn | what " ARE " " YOU " earning/paid/on | "
              "what are/were/is/was " YOU " being/getting? paid | earns/earning/earned/paid # | "
              "earn/earned/earning/paid/made .. last/previous/old/current/present job/role/"
              "employer/company/show | what did they/your/last/the pay you | "
              "what .. pay/paid you | payslip/payslips | pay slip/slips/stub/stubs | p60 | "
              "w 2 form | last bonus | current/last/previous bonus",
     .innocent = "pay per view | how much are you on top/set | "
                 "how much do you get done/through/from/of | "
                 "how much do/did " YOU " .. make of/it/use | "
                 "paid # invoices/days/weeks/percent | earned # awards/emmys/oscars/credits",
     .safer = "Ask what they expect to earn here, and say what the job pays."},
};
/* clang-format on */

const size_t law_english_n = COUNT_OF(law_english);
