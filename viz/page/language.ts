// The words of the page itself, in both languages.
import type {Words} from './data';

export type Language = 'de' | 'en';

const phrases = {
  views: ['Ansichten', 'Views'],
  map: ['Karte', 'Map'],
  matrix: ['Angebote', 'Offers'],
  ways: ['Wege', 'Ways'],
  proposals: ['Vorschläge', 'Proposals'],
  compare: ['Vergleich', 'Comparison'],
  actors: ['Akteure', 'Actors'],
  results: ['Auswertungen', 'Analyses'],
  contents: ['Inhalt', 'Contents'],
  language: ['Sprache', 'Language'],
  german: ['Deutsch', 'German'],
  english: ['Englisch', 'English'],
  larger: ['Große Schrift', 'Large type'],
  printPage: ['Drucken', 'Print'],
  printView: ['Diese Ansicht', 'This view'],
  printAll: ['Alles (A4, Karte A3)', 'All (A4, map A3)'],

  search: ['Akteur suchen', 'Search actors'],
  searchHint: ['Name, Ort, Thema …', 'Name, place, topic …'],
  filters: ['Filter', 'Filters'],
  sector: ['Sektor', 'Sector'],
  tieKind: ['Beziehung', 'Tie'],
  topic: ['Thema', 'Topic'],
  area: ['Gebiet', 'Area'],
  all: ['alle', 'all'],
  reset: ['Zurücksetzen', 'Reset'],
  shown: ['{} von {} Akteuren · {} von {} erfassten Beziehungen', '{} of {} actors · {} of {} recorded ties'],
  none: ['Kein Akteur passt dazu. Bitte Suche oder Filter ändern.', 'No actor fits. Change the search or the filters.'],
  more: ['{} weitere zeigen', 'Show {} more'],
  choose: [
    'Einen Akteur auf der Karte anklicken oder in der Liste wählen.',
    'Click an actor on the map, or choose one from the list.',
  ],

  mapLabel: [
    'Karte: mit den Pfeiltasten verschieben, mit Plus und Minus vergrößern und verkleinern, mit 0 ganz zeigen. Alle Akteure stehen auch in der Liste.',
    'Map: move with the arrow keys, enlarge and reduce with plus and minus, show all with 0. All actors also stand in the list.',
  ],
  zoomIn: ['Vergrößern', 'Zoom in'],
  zoomOut: ['Verkleinern', 'Zoom out'],
  zoomAll: ['Ganze Karte', 'Whole map'],

  allActors: ['Alle Akteure', 'All actors'],
  kind: ['Art', 'Kind'],
  seat: ['Sitz', 'Seat'],
  serves: ['Zuständig für', 'Serves'],
  website: ['Webseite', 'Website'],
  status: ['Status', 'Status'],
  asOf: ['Stand', 'As of'],
  notRecorded: ['nicht erfasst', 'not recorded'],
  partners: ['Partner', 'Partners'],
  noPartners: ['Keine Beziehung zu den gezeigten Akteuren erfasst.', 'No tie to the actors shown is recorded.'],
  noCurrentPartners: ['Keine bestehende Beziehung erfasst.', 'No current tie recorded.'],
  otherTies: ['Weitere erfasste Beziehungen', 'Other recorded ties'],
  otherTiesNote: [
    'Nicht auf der Karte und nicht als Partner gezählt: beendet, geplant, ruhend oder ohne eigene Linie.',
    'Not on the map and not counted as partners: ended, planned, paused or without a line of their own.',
  ],
  outgoing: ['von hier', 'from here'],
  incoming: ['hierher', 'to here'],
  mutual: ['beiderseits', 'both ways'],
  level: ['Stufe {}: {}', 'Level {}: {}'],
  noLevel: ['Stufe nicht erfasst', 'level not recorded'],
  offers: ['Angebote', 'Offers'],
  noOffers: ['Kein Angebot erfasst.', 'No offer recorded.'],
  provider: ['bietet an', 'provides'],
  host: ['ist Gastgeber', 'hosts'],
  funder: ['finanziert', 'funds'],
  free: ['kostenfrei', 'free of charge'],
  fee: ['kostet etwas', 'with a fee'],
  feeUnknown: ['Kosten nicht erfasst', 'fee not recorded'],
  ends: ['bis {}', 'until {}'],
  roles: ['Rollen', 'Roles'],
  noRoles: ['Keine Rolle oder Ansprechstelle erfasst.', 'No role or contact recorded.'],
  expected: ['Erwartete Rolle: {} – {}', 'Expected role: {} – {}'],
  filled: ['benannt', 'named'],
  vacant: ['nicht besetzt', 'vacant'],
  measures: ['Stellung im Netz', 'Position in the network'],
  noMeasures: [
    'Nicht berechnet: Programme, Vereinbarungen und Sammelbegriffe gehen nicht in die Maße ein.',
    'Not computed: programmes, agreements and categories do not enter the measures.',
  ],
  absentMeasures: [
    'Nicht berechnet: Diese Stelle besteht am Stichtag nicht.',
    'Not computed: this place is not there on the date.',
  ],
  degreeReading: [
    '{} Partner: Platz {} von {}.',
    '{} partners: rank {} of {}.',
  ],
  isolated: [
    'Ohne bestehende Beziehung in den Daten: Das heißt nicht, dass es keine gibt.',
    'Without a current tie in the data: that does not mean there is none.',
  ],
  betweenReading: [
    'Liegt bei {} der Paare anderer Akteure auf dem kürzesten Weg: Platz {}.',
    'Lies on the shortest way between {} of the pairs of other actors: rank {}.',
  ],
  cutReading: [
    'Gelenkstelle: Ohne sie zerfiele das erfasste Netz weiter. Zu prüfen ist, wer als Zweiter Kontakt halten kann.',
    'Cut point: without it the recorded network would fall apart further. Check who else could keep in touch.',
  ],
  doorReading: [
    'Türöffner: Ohne diese Stelle verlieren {} Paare ihren erfassten Weg, {} mal geht ein Thema verloren.',
    'Door opener: without it {} pairs lose their recorded way, and a topic is lost {} times.',
  ],
  measureNote: [
    'Maße beschreiben Stellungen im erfassten Netz, nicht die Güte der Arbeit.',
    'Measures describe positions in the recorded network, not the quality of the work.',
  ],
  gaps: ['Lücken, die hier zu schließen wären', 'Gaps that could be closed here'],
  noGaps: ['Aus den Angaben ergibt sich keine.', 'None follows from what is recorded.'],
  gapOffers: [
    '{} in {}: {}. Ein Angebot zu diesem Thema gibt es hier bereits.',
    '{} in {}: {}. An offer on this topic exists here already.',
  ],
  gapAsk: ['Zu {} offenen Feldern der Angebotsmatrix ist hier am ehesten etwas bekannt.',
    'This is where most is likely known about {} open cells of the coverage matrix.'],
  waysTo: ['Wege hierher', 'Ways to here'],
  noWays: ['Von Jobcentern und Agenturen führt kein erfasster Weg hierher.',
    'No recorded way leads here from jobcenters and agencies.'],
  steps: ['{} Schritte', '{} hand-offs'],
  oneStep: ['1 Schritt', '1 hand-off'],
  findWays: ['Weg suchen …', 'Find a way …'],

  matrixTitle: ['Angebotsmatrix', 'Coverage matrix'],
  matrixLead: [
    'Welches Gebiet hat zu welchem Thema ein Angebot? Ein Feld wählen, um die Liste dahinter zu sehen.',
    'Which area has an offer on which topic? Choose a cell to see the list behind it.',
  ],
  matrixNone: ['Dieser Bericht enthält keine Angebotsmatrix.', 'This report holds no coverage matrix.'],
  matrixChoose: ['Noch kein Feld gewählt.', 'No cell chosen yet.'],
  matrixKeys: ['Mit den Pfeiltasten von Feld zu Feld.', 'Arrow keys lead from cell to cell.'],
  onlineOnly: ['nur online', 'online only'],
  cell: ['{}, {}: {}', '{}, {}: {}'],
  cellOffers: ['Angebote', 'Offers'],
  cellNoOffers: ['Kein Angebot erfasst.', 'No offer recorded.'],
  reason: ['Grund', 'Reason'],
  ask: ['Wen fragen', 'Whom to ask'],
  unknownIsNotNo: [
    'Nicht erhoben ist kein Nein: Ob es hier etwas gibt, weiß dieses Netz nicht.',
    'Not recorded is not no: this network does not know whether there is anything here.',
  ],

  waysTitle: ['Vermittlungswege', 'Ways of referral'],
  waysLead: [
    'Über wen kommt man von hier zum Ziel, und ist das vom gesetzlichen Auftrag gedeckt?',
    'Over whom does one get there, and does the legal mandate cover it?',
  ],
  from: ['Von', 'From'],
  to: ['Zu', 'To'],
  pleaseChoose: ['bitte wählen', 'please choose'],
  topics: ['Themen', 'Topics'],
  mandate: ['keine Wege außerhalb des gesetzlichen Auftrags', 'no ways outside the legal mandate'],
  way: ['Weg {}', 'Way {}'],
  wayFound: ['{} Wege gefunden.', '{} ways found.'],
  oneWayFound: ['1 Weg gefunden.', '1 way found.'],
  noWay: [
    'Kein erfasster Weg. Ein Weg, den niemand eingetragen hat, kann es trotzdem geben.',
    'No recorded way. A way that nobody recorded may exist all the same.',
  ],
  unknownActor: [
    'Einen Akteur „{}“ gibt es in diesem Netz nicht: bitte neu wählen.',
    'This network has no actor “{}”: please choose anew.',
  ],
  unknownTopic: [
    'Zum Thema „{}“ gibt es in diesem Netz kein Ziel: bitte neu wählen.',
    'This network has no goal on the topic “{}”: please choose anew.',
  ],
  missingLink: ['Fehlendes Glied:', 'Missing link:'],
  sharedBody: ['Gemeinsam: ein Gremium. Mit dieser Beziehung beginnen.', 'Shared: a body. Begin with this tie.'],
  sharedArea: ['Gemeinsam: ein Gebiet. Mit dieser Beziehung beginnen.', 'Shared: an area. Begin with this tie.'],
  sharedNothing: ['Gemeinsames ist nicht erfasst. Mit dieser Beziehung beginnen.', 'Nothing shared is recorded. Begin with this tie.'],
  atGoal: ['{} ist selbst am Ziel; ein Weg ist nicht nötig.', '{} is at the goal itself; no way is needed.'],
  outsideWay: [
    'Kein Weg im Auftrag: Auf diesem läge mindestens ein Schritt außerhalb.',
    'No way within the mandate: on this one at least one hop lies outside.',
  ],
  cost: ['Aufwand {}', 'cost {}'],
  weakest: ['schwächstes Glied', 'weakest hop'],
  handOver: ['Übergabe an {}: Von dort geht es im Auftrag weiter.', 'Hand-over to {}: from there it goes on within the mandate.'],
  noBasis: ['Rechtsgrundlage nicht erfasst', 'legal basis not recorded'],
  onMap: ['Auf der Karte', 'On the map'],
  swap: ['Richtung tauschen', 'Swap direction'],
  waysNote: [
    'Aufwand: 1 je Schritt, mehr für Information statt Verweis, Gremien, lose und unbestätigte Beziehungen und andere Themen; gerechnet wie „lotse paths“. Geprüft ist nur, ob die eingetragene Rechtsgrundlage zulässig ist; eine Rechtsberatung ist das nicht.',
    'Cost: 1 per hop, more for information instead of referral, bodies, loose and unconfirmed ties and other topics; computed as by “lotse paths”. Only whether the recorded legal basis is permitted is checked; this is no legal advice.',
  ],

  introduce: ['Wen mit wem bekannt machen', 'Whom to introduce to whom'],
  invite: ['Wen einladen', 'Whom to invite'],
  noProposals: ['Dieser Bericht enthält keine Vorschläge.', 'This report holds no proposals.'],
  introducer: ['vorstellen kann: {}', 'can introduce: {}'],
  noIntroducer: ['ein gemeinsamer Bekannter ist nicht erfasst', 'no common acquaintance is recorded'],
  gain: ['spart zusammen {} Schritte', 'saves {} hand-offs in all'],
  closes: ['schließt {} Lücken', 'closes {} gaps'],
  closesOne: ['schließt 1 Lücke', 'closes 1 gap'],
  reaches: ['erreicht {} zusätzlich, sich selbst mitgezählt', 'reaches {} in addition, itself included'],
  covers: ['vertritt: {}', 'represents: {}'],

  showNew: ['Neu erfasste Beziehungen auf der Karte zeigen', 'Show newly recorded ties on the map'],

  copy: ['Für Excel kopieren', 'Copy for Excel'],
  copied: ['Kopiert: {} Zeilen. In Excel mit Strg+V einfügen.', 'Copied: {} rows. Paste into Excel by Ctrl+V.'],
  copyByHand: ['Die Tabelle ist markiert: bitte Strg+C drücken.', 'The table is selected: please press Ctrl+C.'],
} as const satisfies Record<string, readonly [string, string]>;

export type Phrase = keyof typeof phrases;

export class Speech {
  readonly compare: (a: string, b: string) => number;

  constructor(readonly language: Language) {
    this.compare = new Intl.Collator(language, {numeric: true, sensitivity: 'base'}).compare;
  }

  of(words: Words): string {
    return typeof words === 'string' ? words : words[this.language === 'de' ? 0 : 1];
  }

  /// The phrase with its holes filled in order.
  say(phrase: Phrase, ...values: (string | number)[]): string {
    let next = 0;
    return this.of(phrases[phrase]).replace(/\{\}/g, () => {
      const value = values[next++];
      return typeof value === 'number' ? this.number(value) : value ?? '';
    });
  }

  /// Separated by semicolons as soon as an item holds a comma or an "und", "and" of its own.
  list(items: readonly string[]): string {
    return items.join(items.some(item => /,| und | and /.test(item)) ? '; ' : ', ');
  }

  number(value: number, digits = 2): string {
    return new Intl.NumberFormat(this.language, {maximumFractionDigits: digits}).format(value);
  }

  share(value: number): string {
    return new Intl.NumberFormat(this.language, {style: 'percent', maximumFractionDigits: 1}).format(value);
  }
}
