"""For whom somebody speaks whose own words do not say it. Every text is invented."""

import pytest

from diplotui.extraction.gazetteer import find_terms
from diplotui.extraction.homes.rules import RULES
from diplotui.extraction.homes.settling import settle_parties
from diplotui.extraction.layout import read_layout
from diplotui.extraction.mentions import find_mentions
from diplotui.extraction.quotes import find_quotes
from diplotui.extraction.sentences import split_sentences

HOMES: tuple[tuple[str, str, str], ...] = (
    # the phrase itself
    ("The Turkish foreign minister said the talks would go on.", "Turkish foreign minister", "TR"),
    ("Chile's deputy foreign minister, Rosa Vidal, said the note was late.", "Rosa Vidal", "CL"),
    ("A spokesman for Nepal's government said the road was open.", "spokesman", "NP"),
    ("Russia's embassy in Stockholm said it knew nothing.", "embassy", "RU"),
    ("The Kenyan ambassador to Uganda said the border was quiet.", "ambassador", "KE"),
    ("A Japanese diplomat neither confirmed nor denied the visit.", "Japanese diplomat", "JP"),
    ("Officials in Kyiv said the line had held.", "Officials", "UA"),
    ("The authorities in Pyongyang said the ship had strayed.", "authorities", "KP"),
    ("Joana Prates of the Portuguese interior ministry said nobody had been held.", "Joana Prates", "PT"),
    ("Amir Soltani, a spokesman for the Iranian foreign ministry, said so.", "Amir Soltani", "IR"),
    ("A United Nations panel said the ship had carried arms.", "panel", "UN"),
    ("The African Union's envoy, Moussa Diarra, said a date was set.", "Moussa Diarra", "AU"),
    ("The chief of Sweden's navy said the cable was whole.", "chief", "SE"),
    # the clause behind the name
    ("General Iker Salas, who commands the Bolivian troops there, denied it.", "Iker Salas", "BO"),
    ("Anna Virtanen, who had signed for Finland, said nothing was secret.", "Anna Virtanen", "FI"),
    (
        "Mexico wrote again. The draft, said Luis Prado, who leads its delegation, was old.",
        "Luis Prado",
        "MX",
    ),
    ("Colonel Sean Burke, who leads the British contingent in Basra, said no.", "Sean Burke", "GB"),
    # a title of courtesy or honour between office and name
    ("LUSAKA (ZPA) - Foreign Minister Dr John Phiri said it was open.", "John Phiri", "ZM"),
    ("Malaysian Works Minister Datuk Seri Halim Osman said no.", "Halim Osman", "MY"),
    ("Malaysian Works Minister Tan Sri Halim Osman said no.", "Halim Osman", "MY"),
    ("Turkish President Mr Ali Kaya denied it.", "Ali Kaya", "TR"),
    # envoys by the post or side at which they speak
    (
        "Rabat denied it. At the Chadian embassy in Agdal, chargé d'affaires Idriss Saleh said no.",
        "Idriss Saleh",
        "TD",
    ),
    ("On the Danish side, the ambassador told journalists that he had left.", "ambassador", "DK"),
    # a role, and the titled name behind it
    (
        "The assistant of the Thai foreign minister for Mekong affairs, Ambassador Somsak Chai, said no.",
        "Somsak Chai",
        "TH",
    ),
    ("Poland's envoy left. His Hungarian colleague, Bela Kis, said he would stay.", "Bela Kis", "HU"),
    (
        "Indonesian police said they had a tape. Pressed in Canberra about the tape, Immigration Minister "
        "Ann Webb said no.",
        "Ann Webb",
        "AU",
    ),
    ("QUITO (AP) - Ecuador said so. The chief negotiator, Ramiro Paz, said no.", "Ramiro Paz", "EC"),
    # a body before its spokesman, a body with a secretary general
    ("The IAEA met. “We wait,” agency spokesman Karl Lind told reporters.", "Karl Lind", "IAEA"),
    (
        "The OAS met for an hour. The OAS sent a mission. The secretary general said that he had time.",
        "secretary general",
        "OAS",
    ),
    ("Nairobi spoke. A presidential adviser in Kinshasa said no.", "presidential adviser in Kinshasa", "CD"),
    ("Cuba was asked. “No,” its foreign ministry said on Monday.", "foreign ministry", "CU"),
    # what somebody leads or is minister of
    ("ACCRA (GP) - Ghana denied it. Inspector-General of Police Kofi Addo said no.", "Kofi Addo", "GH"),
    ("ACCRA (GP) - Ghana denied it. Minister of Justice Kofi Addo said no.", "Kofi Addo", "GH"),
    (
        "ACCRA (GP) - Ghana denied it. The foreign ministry's secretary-general, Dr Kofi Addo, said no.",
        "Kofi Addo",
        "GH",
    ),
    # who is accused answers; a title is one of the states' that have it
    (
        "Indonesian police heard claims that Australian sailors burnt three men. Rear Admiral Bob Hay said "
        "there was no basis to the allegations.",
        "Bob Hay",
        "AU",
    ),
    (
        "China sent ships to the bar. China said so. “No,” said foreign secretary Ramon Reyes, the first to speak "
        "for Manila.",
        "Ramon Reyes",
        "PH",
    ),
    (
        "TOKYO (JP) - Japan's premier spoke. A foreign ministry official said it was so.",
        "foreign ministry official",
        "JP",
    ),
    # what the text as a whole says
    (
        "Uruguayan farmers moved the fence, a Posadas paper wrote. Argentina had not been told.\n\n"
        "Ines Calvo, the agriculture minister, rubbished the report.",
        "Ines Calvo",
        "UY",
    ),
    (
        "Spain accused Morocco of opening a gate. “Untrue,” wrote Samir Alaoui, an aide to the king. Rabat, he "
        "said, rejects such talk.",
        "Samir Alaoui",
        "MA",
    ),
    (
        "Pakistan bombed an Afghan village, a monitor wrote. The defence minister, Gul Wardak, said that Kabul would not forget it.",
        "Gul Wardak",
        "AF",
    ),
    (
        "TOKYO (JPW) - Japan's foreign minister protested.\n\n"
        "In Seoul, an official said nothing had changed. Prime Minister Han Min-ju said the same.",
        "Han Min-ju",
        "KR",
    ),
    (
        "DAKAR - Senegal said no.\n\nNOUAKCHOTT - Mauritania wrote a note. Foreign Minister Sidi Baba said so.",
        "Sidi Baba",
        "MR",
    ),
    (
        "Somalia. A bomb killed nine. The information minister, Daud Farah, put the dead at four.",
        "Daud Farah",
        "SO",
    ),
    ("Bogotá. The government denied it. The ombudsman, Luis Prado, asked for papers.", "Luis Prado", "CO"),
    (
        "The Foreign Ministry of the Republic of Malta condemns the raid. Deputy Minister Karl Borg said so.",
        "Karl Borg",
        "MT",
    ),
    ("Lithuania's president said it was over. Tomas Rimkus called it a farce.", "Tomas Rimkus", "LT"),
    # world bodies by a noun
    ("The UN mission's spokesman was told to leave. The mission regretted it.", "mission", "UN"),
    ("The agency in Vienna said its inspectors would wait.", "agency", "IAEA"),
    ("ICAO met on Monday. Fang Li, the agency's secretary general, said so.", "Fang Li", "ICAO"),
    # whose it is that somebody serves
    ("Nino Lomia, who was in the room for Georgia, said no.", "Nino Lomia", "GE"),
    ("Maria Orlova, for the foreign ministry in Moscow, told journalists so.", "Maria Orlova", "RU"),
    (
        "Afghanistan's charge d'affaires was called in. The embassy said it had passed on the note.",
        "embassy",
        "AF",
    ),
    # a title that one state has
    ("Secretary of State Carl Benson said no date was set.", "Carl Benson", "US"),
    ("The taoiseach said the border stayed open.", "taoiseach", "IE"),
    # the place
    ("In Tehran, the foreign minister said he had seen no letter.", "foreign minister", "IR"),
    ("In Jakarta, Sri Wulandari, the foreign ministry spokeswoman, said no.", "Sri Wulandari", "ID"),
    ("But in Tokyo the defence minister said the ship had left.", "defence minister", "JP"),
    ("The Foreign Office in Islamabad declined to comment.", "Foreign Office", "PK"),
    ("The interior ministry in Rabat said the gates were shut.", "interior ministry", "MA"),
    # whose, its, the country's, his
    ("Eritrea, whose information minister, Yonas Kidane, said so, was silent.", "Yonas Kidane", "ER"),
    ("Norway wrote a letter. Its ambassador, Kari Lund, said it was friendly.", "Kari Lund", "NO"),
    ("Gabon called it baseless. Paul Ondo, a spokesman for its government, said so.", "Paul Ondo", "GA"),
    (
        "Iran said on Monday, after talks with France, that it would wait. "
        "Reza Karimi, the head of the country's atomic agency, said the site was open.",
        "Reza Karimi",
        "IR",
    ),
    ("Peru said no. The country's navy said the boat had been warned.", "navy", "PE"),
    (
        "Finland's foreign minister said it might wait. Antti Salo, his state secretary, said so too.",
        "Antti Salo",
        "FI",
    ),
    # the same office before
    (
        "Rwanda's foreign minister brushed the finding aside.\n\n"
        "“They never asked,” Foreign Minister Diane Mugisha told reporters.",
        "Diane Mugisha",
        "RW",
    ),
    (
        "Russia's chief sanitary inspector banned the wine on Monday. "
        "The inspector, Oleg Zorin, said it was bad.",
        "Oleg Zorin",
        "RU",
    ),
    (
        "TAIPEI, Sept 2 - Taiwan's defence ministry said a drone was shot down.\n\n"
        "A spokesman for China's foreign ministry had called it "
        "nothing. The ministry did not respond on Friday.",
        "The ministry did",
        "CN",
    ),
    # a spokesman of whoever spoke last
    (
        "The Vietnamese foreign ministry said the buoys stay. A spokesman, Tran Binh, denied more.",
        "Tran Binh",
        "VN",
    ),
    ("Poland's government denied it. A spokeswoman said the guards had been alone.", "spokeswoman", "PL"),
    (
        "A spokeswoman for the European Commission said duties would follow.\n\n"
        "Mette Krag told journalists that the list was ready.",
        "Mette Krag",
        "EU",
    ),
    # titles
    ("MANILA, July 13 - Foreign Secretary Ramon Abad said the ruling was final.", "Ramon Abad", "PH"),
    ("NEW DELHI - The home secretary said the camps were gone.", "home secretary", "IN"),
    ("The Foreign Office summoned the envoy this morning.", "Foreign Office", "GB"),
    ("Secretary of State Dana Wolfe said the offer stood.", "Dana Wolfe", "US"),
    ("Senior administration officials said they had been told.", "administration officials", "US"),
    ("The secretary general urged both sides to stop.", "secretary general", "UN"),
    (
        "NATO met on Monday. The alliance's secretary general said the door was open.",
        "secretary general",
        "NATO",
    ),
    ("The nuclear watchdog said it had seen the site.", "watchdog", "IAEA"),
    # the dateline, the paragraph, the frame
    ("BOGOTA. The defence minister, Ramiro Soto, said two men were missing.", "Ramiro Soto", "CO"),
    ("SUVA, March 3 (Wire) - The prime minister said the vote would be held.", "prime minister", "FJ"),
    ("ATHENS — The government said the ship was not its own.", "government", "GR"),
    ("LIMA, Peru — President Ines Arce said the port would reopen.", "Ines Arce", "PE"),
    (
        "The government in Addis Ababa denied it. The prime minister told parliament otherwise.",
        "prime minister",
        "ET",
    ),
    (
        "Egypt said it had received notice from Ethiopia.\n\nThe "
        "irrigation minister, Hani Fawzi, said that he "
        "had written to his Ethiopian counterpart.",
        "Hani Fawzi",
        "EG",
    ),
    (
        "Furious President Mary Singh has told Venezuela to stay "
        "away. Guyana is small. Guyanese troops are few.",
        "Mary Singh",
        "GY",
    ),
    # a statement of its own, a briefing
    (
        "The Ministry rejects the claim made in Skopje. No official of the Republic of Bulgaria took part.",
        "The Ministry",
        "BG",
    ),
    (
        "2:08 p.m. EDT\n\nMR COLE: Good afternoon.\n\nQUESTION: Did Seoul ask you?\n\n"
        "MR COLE: No. We have received no such request.",
        "MR COLE",
        "US",
    ),
    # states and their capitals
    ("The Philippines welcomed the ruling.", "The Philippines", "PH"),
    ("Caracas last night denied it was sending troops.", "Caracas", "VE"),
    ("Denmark delivered a letter of protest.", "Denmark", "DK"),
    # and more of all of these
    ("Ottawa's ambassador to Riyadh, Ann Cole, said the visas were gone.", "Ann Cole", "CA"),
    ("The Élysée said the call had been warm.", "Élysée", "FR"),
    ("The president's office in Tbilisi said the law stood.", "office", "GE"),
    ("Australia asked for calm. Mike Stone, the country's top diplomat, said so.", "Mike Stone", "AU"),
    ("The head of the Libyan coast guard, Omar Saleh, said the boat had sunk.", "Omar Saleh", "LY"),
    ("Prime Minister Noa Levi told the Knesset that no deal had been made.", "Noa Levi", "IL"),
    ("The regime in Damascus said the raid had failed.", "regime", "SY"),
    ("A presidential aide in Ankara said the plan was dead.", "presidential aide", "TR"),
    ("A US defence official said the ship was safe.", "US defence official", "US"),
    ("China's mission to the United Nations said the text was unbalanced.", "mission", "CN"),
    ("The Kremlin's spokesman, Pavel Orlov, said it was untrue.", "Pavel Orlov", "RU"),
    ("Pavel Orlov, the Kremlin spokesman, said it was untrue.", "Pavel Orlov", "RU"),
    ("Kosovo's prime minister, Arta Berisha, told her Serbian counterpart to wait.", "Arta Berisha", "XK"),
    (
        "BEIRUT (Wire) - Hezbollah said it had fired. The army said it had not. The prime minister was away.",
        "The army",
        "LB",
    ),
    ("SEOUL, South Korea — The defense ministry said two drones had crossed.", "defense ministry", "KR"),
    (
        "SEOUL, South Korea — The defense ministry said two drones had crossed. North "
        "Korea's defense ministry said it knew of none.",
        "The defense ministry",
        "KR",
    ),
    (
        "WASHINGTON - The president said he would sign. The State Department was silent.",
        "The president",
        "US",
    ),
    ("LONDON, June 2 - The prime minister told MPs that the fleet would stay.", "prime minister", "GB"),
    (
        "Britain's defence secretary, Tom Hale, told MPs that it would stay. The "
        "prime minister agreed, said a spokesman.",
        "prime minister",
        "GB",
    ),
    ("Israel said it had struck. The military said the target was a depot.", "The military", "IL"),
    (
        "Turkey summoned the Swedish ambassador. The foreign ministry said the permit was an insult.",
        "foreign ministry",
        "TR",
    ),
    (
        "Moscow expelled two diplomats. The foreign ministry said they were spies. Prague called it theatre.",
        "foreign ministry",
        "RU",
    ),
    (
        "Speaking in Vienna, Iran's envoy said the talks were over. The envoy, Javad Amini, said so twice.",
        "Javad Amini",
        "IR",
    ),
    (
        "The Indian army said three men had died. A Pakistani army spokesman, Maj Gen Asif Butt, denied it.",
        "Asif Butt",
        "PK",
    ),
    ("Officials in Brussels said the list was ready.", "Officials", "EU"),
    ("A senior European Union official said the list was ready.", "official", "EU"),
    ("Maria Koch, the European Commission's trade chief, said no.", "Maria Koch", "EU"),
    (
        "Argentina's president accused London of hiding oil. Foreign Minister Juan Sosa said it would sue.",
        "Juan Sosa",
        "AR",
    ),
    (
        "In a statement, the Chinese foreign ministry called it a farce. “It is "
        "null,” the ministry's spokesman, Wu Lei, said.",
        "Wu Lei",
        "CN",
    ),
    (
        "Cambodia's prime minister, Sok Chan, said it was war. His Thai counterpart said it was not.",
        "His Thai counterpart",
        "TH",
    ),
    (
        "Georgia's interior ministry said four planes had crossed. Russia's air force denied it. "
        "“Our pilots were asleep,” said Colonel Ivan Drozd, a spokesman.",
        "Ivan Drozd",
        "RU",
    ),
    (
        "The White House said no. The president, asked about it, shrugged. “I said no,” he told reporters.",
        "The president",
        "US",
    ),
    ("Tokyo lodged a protest. Chief Cabinet Secretary Ken Mori called it regrettable.", "Ken Mori", "JP"),
    ("Chief Cabinet Secretary Ken Mori called it regrettable. Japan sent a ship.", "Ken Mori", "JP"),
    ("Defence Secretary Tom Hale said HMS Kent would stay. Royal Navy crews cheered.", "Tom Hale", "GB"),
    ("Home Secretary Ann Black said the plan was lawful.", "Ann Black", "GB"),
    ("Taoiseach Eoin Daly said the border was open.", "Eoin Daly", "IE"),
    ("The chancellor told the Bundestag that no tanks would go.", "chancellor", "DE"),
    (
        "The Libyan government in Tobruk said no. The parliament speaker, Salem Faraj, said yes.",
        "Salem Faraj",
        "LY",
    ),
    ("The UN special envoy for Yemen, Lars Holm, said a truce was near.", "Lars Holm", "UN"),
    ("Lars Holm, the United Nations special envoy for Yemen, said a truce was near.", "Lars Holm", "UN"),
    ("Washington's special envoy to Sudan, Jim Ross, said so.", "Jim Ross", "US"),
    (
        "Azerbaijan's president, Elchin Mammadov, said so. A presidential adviser, Hikmet Aliyev, said more.",
        "Hikmet Aliyev",
        "AZ",
    ),
    ("Philippine Coast Guard spokesman Commodore Jay Cruz said the boats had left.", "Jay Cruz", "PH"),
    ("Commodore Jay Cruz, a Philippine coast guard spokesman, said the boats had left.", "Jay Cruz", "PH"),
    ("Prime Minister Tigran Sarkisyan said Armenia was ready.", "Tigran Sarkisyan", "AM"),
    ("“We are ready,” said Prime Minister Tigran Sarkisyan of Armenia.", "Tigran Sarkisyan", "AM"),
    ("Kim Sung-ho, North Korea's vice foreign minister, said no.", "Kim Sung-ho", "KP"),
    ("North Korean leader Kim Sung-ho said no.", "Kim Sung-ho", "KP"),
    (
        "Ethiopian Foreign Minister Abel Tadesse rejected it. Abel Tadesse's office was silent.",
        "Abel Tadesse",
        "ET",
    ),
    ("A spokesperson for the Israeli prime minister said no list had come.", "spokesperson", "IL"),
    (
        "Mali's junta said the French had spied. The colonel who leads it, Assimi Keita, said so.",
        "junta",
        "ML",
    ),
    ("The Lebanese president's adviser, Rami Haddad, said so.", "Rami Haddad", "LB"),
    (
        "The Organization of American States' secretary general, Ana Paz, said the vote was fair.",
        "Ana Paz",
        "OAS",
    ),
)
"""A text, words of the phrase that names or describes the speaker, and the party."""

NOBODY: tuple[tuple[str, str], ...] = (
    ("The leader of the Turkish opposition said the vote was bought.", "leader"),
    ("Piet de Boer, a former Dutch defence minister, said it was late.", "Piet de Boer"),
    ("PARIS - The airline's chief executive called it piracy.", "chief executive"),
    ("ROME - The head of the union said the strike would go on.", "head"),
    ("WARSAW - Jan Kos, an analyst, said nobody had asked.", "Jan Kos"),
    ("Horst Brand, who heads a rolling mill in Duisburg, said it was late.", "Horst Brand"),
    ("In Nairobi, a shopkeeper said the lights were out.", "shopkeeper"),
    ("OSLO - A company spokesman said the rig was safe.", "company spokesman"),
    ("LAGOS - A farmer said the soldiers had come at night.", "farmer"),
    ("GENEVA - The defence minister said nothing.", "defence minister"),
    ("Georgian growers were angry. The head of their union wrote that a ban was overdue.", "head"),
    ("Russian sources said an offer had been made.", "Russian sources"),
    ("A villager near the Thai border said he had seen smoke.", "villager"),
    ("CAIRO - The former president said he would not run.", "former president"),
    ("HARARE - The opposition leader, Tendai Moyo, said the count was false.", "Tendai Moyo"),
    (
        "Ukraine's air force said ten were shot down. Mayor Oleh Bondar said two houses burned.",
        "Oleh Bondar",
    ),
    ("Niger's ousted president said he had been held.", "ousted president"),
    ("Exiled former minister Ali Reza said Iran would fall.", "Ali Reza"),
    ("A Western diplomat said both had lied.", "Western diplomat"),
    ("DAMASCUS - A Western diplomat said both had lied.", "Western diplomat"),
    ("A diplomat in Cairo said both had lied.", "diplomat"),
    ("Diplomats in New York said the text was dead.", "Diplomats"),
    ("NAIROBI - Aid workers said the road was cut. A security source said so too.", "security source"),
    ("MOSCOW - A lawyer for the two men said they would appeal.", "lawyer"),
    ("The Spanish fishermen's spokesman, Pablo Rey, said nets were cut.", "Pablo Rey"),
    ("SANTIAGO - The bishop said he would wait. The mayor of the town did too.", "bishop"),
    ("Amnesty International's secretary general said it was a crime.", "secretary general"),
)
"""A text and words of the phrase of one who speaks for no state."""


def party_of(text: str, phrase: str) -> str | None:
    """The party for which the one whom ``phrase`` names speaks."""
    layout = read_layout(text)
    quotes = find_quotes(text, layout.blocks)
    found = find_mentions(text, layout.blocks, quotes)
    sentences = split_sentences(text, layout.blocks)
    mentions = settle_parties(text, layout, sentences, found, find_terms(text), quotes)
    at = text.index(phrase)
    source = next((m.source for m in mentions if m.start < at + len(phrase) and at < m.end), None)
    return source.party if source is not None and source.speaks_for else None


@pytest.mark.parametrize(("text", "phrase", "party"), HOMES)
def test_an_official_speaks_for_the_home_that_the_text_gives(text: str, phrase: str, party: str) -> None:
    assert party_of(text, phrase) == party


@pytest.mark.parametrize(("text", "phrase"), NOBODY)
def test_who_holds_no_office_speaks_for_nobody(text: str, phrase: str) -> None:
    assert party_of(text, phrase) is None


def test_pronouns_and_surnames_inherit_the_party() -> None:
    text = (
        "In Islamabad, Asif Khan, the foreign ministry spokesman, said it was calm. "
        "He added that talks went on. “We are ready,” Khan said."
    )
    layout = read_layout(text)
    quotes = find_quotes(text, layout.blocks)
    found = find_mentions(text, layout.blocks, quotes)
    mentions = settle_parties(
        text, layout, split_sentences(text, layout.blocks), found, find_terms(text), quotes
    )
    khan = [mention for mention in mentions if mention.source.name == "Asif Khan"]
    assert len(khan) == 3
    assert {(mention.source.party, mention.source.speaks_for) for mention in khan} == {("PK", True)}


def test_states_named_as_some_of_several_do_not_speak_alone() -> None:
    text = "Nine governments, France and Italy among them, condemned what they called an outrage."
    layout = read_layout(text)
    found = find_mentions(text, layout.blocks, [])
    mentions = settle_parties(text, layout, split_sentences(text, layout.blocks), found, find_terms(text))
    assert not [mention for mention in mentions if mention.source.party in {"FR", "IT"}]


def test_every_rule_has_an_example_and_a_counter_example() -> None:
    assert all(rule.example and rule.counter and rule.example != rule.counter for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)
