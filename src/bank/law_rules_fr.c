#include "bank/law_rules.h"

#include "base/vec.h"

/* What recruiters in France and elsewhere in the EU ask in French; see law_rules.c for how to add a
 * phrase. */

#define FRENCH (LAW_EU | LAW_FR)

/* clang-format off */
const struct law_rule law_french[] = {
    {.name = "law-age", .matter = "age", .risk = FRENCH,
     .words = "quel age avez/as/a | quel est votre/ton age | votre/ton age | date de naissance | "
              "ne/nee en # | annee de naissance | en quelle annee .. ne/nee/diplome/bac | "
              "age du candidat | depart a la retraite | bientot la retraite | "
              "trop jeune/vieux/vieille/age/agee | jeune et dynamique",
     .safer = "If the law sets an age for the job, ask: \"Avez-vous 18 ans ou plus ?\" Otherwise "
              "leave it out."},

    {.name = "law-family", .matter = "family or children", .risk = FRENCH,
     .words = "avoir des/un/d autres? enfants/enfant | avez vous .. enfants/enfant | "
              "avez vous des enfants | vos/ses/tes enfants | desir d/de enfant/enfants | "
              "combien d enfants | situation familiale | situation de famille | "
              "charge/charges de famille | vie de famille | "
              "garde d/des/de enfants/enfant/vos/ses | mode de garde | fonder une famille | "
              "mere/pere de famille | mere/pere celibataire | conge parental/paternite",
     .innocent = "film/films/programme/programmes pour enfants",
     .safer = "Ask: \"Ces horaires et ces déplacements vous conviennent-ils ?\", of every "
              "candidate alike."},

    {.name = "law-pregnancy", .matter = "pregnancy", .risk = FRENCH,
     .words = "etes vous enceinte | est/etre/tombe/tomber/elle enceinte | enceinte de | "
              "femme enceinte | grossesse/grossesses | conge maternite | conge de maternite | "
              "attend un enfant/bebe | attendez vous un enfant/bebe | projet de bebe/maternite",
     .innocent = "enceinte acoustique/active/de monitoring",
     .safer = "Leave it out. Ask: \"Pouvez-vous tenir ce calendrier ?\", of every candidate "
              "alike."},

    {.name = "law-marriage", .matter = "marriage or partnership", .risk = FRENCH,
     .words = "etes vous marie/mariee/maries/celibataire/pacse/pacsee/divorce/divorcee/fiance/"
              "fiancee/en | est marie/mariee/celibataire/pacse/pacsee/divorce/divorcee | "
              "marie/mariee ou celibataire | situation matrimoniale/maritale/conjugale | "
              "votre/son/sa/ton mari/conjoint/conjointe/epouse/epoux | "
              "que fait votre/ton mari/femme/conjoint/conjointe/compagnon/compagne | "
              "nom de jeune fille | votre vie privee/amoureuse",
     .innocent = "etes vous en mesure/train/poste/retard/charge | etes vous en",
     .safer = "Leave it out. Ask: \"Ces déplacements vous conviennent-ils ?\", of every candidate "
              "alike."},

    {.name = "law-sex", .matter = "sex, gender or orientation", .risk = FRENCH,
     .words = "orientation sexuelle | identite de genre | homosexuel/homosexuelle | lesbienne | "
              "etes vous gay/homo/heterosexuel/heterosexuelle | vie sexuelle | "
              "metier d homme/de | pour une femme",
     .innocent = "metier de monteur/monteuse/la/l/montage/coloriste/mixeur | metier de",
     .safer = "Leave it out: ask about the work alone, and the same of everybody."},

    {.name = "law-religion", .matter = "religion", .risk = FRENCH,
     .words = "votre/sa/son/quelle religion/foi/confession | religieux/religieuse/religieuses | "
              "etes vous croyant/croyante/catholique/musulman/musulmane/juif/juive/pratiquant/"
              "pratiquante/athee | musulman/musulmane | juif/juive | "
              "catholique pratiquant/pratiquante | ramadan | "
              "porte/portez/portez .. voile/foulard/kippa | voile islamique | "
              "allez vous a la messe/mosquee",
     .innocent = "musique religieuse",
     .safer = "Ask: \"Pouvez-vous travailler ces jours et à ces heures ?\", of every candidate "
              "alike."},

    {.name = "law-origin", .matter = "origin, race or ethnicity", .risk = FRENCH,
     .words = "d/de quelle origine | vos/votre/ses/son origine/origines | d origine | "
              "nationalite | d ou venez/viens/vient | ou etes vous ne/nee | lieu de naissance | "
              "pays d origine | vous etes de quel pays | vos parents sont/viennent",
     .innocent = "d origine de/du/des | rushes d origine | format d origine | version d origine | "
                 "support/fichier/fichiers/timecode/image/images/source/sources/son d origine",
     .safer = "Leave it out. Ask only: \"Avez-vous le droit de travailler en France ?\""},

    {.name = "law-accent", .matter = "accent or mother tongue", .risk = FRENCH,
     .words = "votre/son/un/quel accent | langue maternelle | langue parlee a la maison",
     .innocent = "accent sur | accent mis | avec un accent de/grave/aigu",
     .safer = "If the job needs a language, ask: \"Quel est votre niveau dans cette langue ?\""},

    {.name = "law-health", .matter = "health or disability", .risk = FRENCH,
     .words = "en bonne/mauvaise sante | problemes/mal de/au dos | handicape/handicapee | "
              "un handicap | etat de sante | votre/sa/son sante | probleme/problemes de sante | "
              "maladie/maladies | arret/arrets maladie | arret de travail | "
              "etes vous malade/souvent/suivi/suivie | traitement medical | "
              "prenez vous des medicaments | depressif/depressive | rqth",
     .innocent = "sante du projet/disque/serveur",
     .safer = "Say what the job needs and ask: \"Pouvez-vous le faire, avec ou sans aménagement "
              "?\""},

    {.name = "law-arrest", .matter = "arrests or convictions", .risk = FRENCH,
     .words = "casier judiciaire | avez vous .. condamne/condamnee/arrete/arretee | "
              "a ete condamne/condamnee/arrete/arretee | garde a vue | fait de la prison | "
              "antecedents judiciaires",
     .innocent = "avez vous arrete de/le/la/d/l",
     .safer = "Leave it out, unless a law asks for the record in this very job."},

    {.name = "law-genetic", .matter = "genetic history", .risk = FRENCH,
     .words = "maladie/maladies genetique/genetiques/hereditaire/hereditaires | "
              "antecedents familiaux/medicaux",
     .safer = "Leave it out: no job in this trade turns on it."},

    {.name = "law-body", .matter = "height, weight or looks", .risk = FRENCH,
     .words = "combien mesurez/pesez | votre/son poids | votre/sa taille | apparence physique | "
              "votre/son physique",
     .innocent = "votre/sa taille de/d | son poids de/en | son physique des/au",
     .safer = "Say what the job needs, such as \"porter 20 kg\", and ask every candidate whether "
              "they can."},

    {.name = "law-debts", .matter = "debts or money troubles", .risk = FRENCH,
     .words = "dette/dettes | surendett* | interdit bancaire | proprietaire ou locataire",
     .innocent = "dette technique",
     .safer = "Leave it out."},

    {.name = "law-clubs", .matter = "clubs and unions", .risk = FRENCH,
     .words = "syndicat/syndicats | syndique/syndiquee | "
              "membre d/de un/une? association/club/syndicat | delegue/deleguee syndical/syndicale",
     .innocent = "syndicat mixte",
     .safer = "Leave it out: ask for what the work needs, not for memberships."},

    {.name = "law-politics", .matter = "politics", .risk = FRENCH,
     .words = "opinions/opinion politique/politiques | pour qui .. vote/votez/voter | "
              "parti politique | etes vous de gauche/droite | "
              "engagement/engagements politique/politiques | avez vous vote",
     .safer = "Leave it out: ask about the work alone."},

    {.name = "law-salary-history", .matter = "what the candidate earned", .risk = FRENCH,
     .words = "salaire/remuneration actuel/actuelle/precedent/precedente | "
              "dernier/ancien/votre salaire actuel? | derniere/ancienne/votre remuneration | "
              "combien gagnez/gagniez/gagne/gagnait/touchez/touchiez | "
              "bulletin/bulletins/fiche/fiches de paie/salaire",
     .innocent = "votre salaire souhaite/attendu/espere | "
                 "votre remuneration souhaitee/attendue/esperee",
     .safer = "Ask: \"Quelles sont vos prétentions ?\", and say what the job pays."},
};
/* clang-format on */

const size_t law_french_n = COUNT_OF(law_french);
