"""Who speaks, and for which party, in passages in the manner of real news. Every passage is invented."""

import pytest

from diplotui.extraction.pipeline import extract
from diplotui.model import ExtractedStatement

PASSAGES: tuple[tuple[str, str, str, str], ...] = (
    # text; words of the statement; speaker; party ("": somebody who speaks for nobody)
    # -- whose words they are
    (
        "Three men have gone to Bissau to buy a newspaper, Radio Jovem reported last Friday.",
        "Three men", "Radio Jovem", "",
    ),
    (
        "Chad was angry. Whatever one called it, its foreign ministry said, the raid had cost nine lives.",
        "nine lives", "foreign ministry", "TD",
    ),
    (
        "In response to media questions afterwards, Dr Ong said that the ships were still there.",
        "still there", "Ong", "",
    ),
    (
        "What they had done, according to the army spokesman, Major Ali Sello, was to arm the youth wing of a party. "
        "“There was no coup,” he said.",
        "no coup", "Ali Sello", "",
    ),
    ("The Social Democrats demanded an inquiry. The Free Democrats denied it.", "denied it", "Free Democrats", ""),
    (
        "Japan's chief cabinet secretary said no. In Suva, the immigration minister said it was gossip.",
        "gossip", "immigration minister", "FJ",
    ),
    (
        "India's foreign ministry said it had left. They had fled, according to the office of the mediator, Ana Rey.",
        "had fled", "office of the mediator", "",
    ),
    (
        "JOINT COMMUNIQUÉ\n\nThe Ministers met in Lomé on Monday. The Ministers agreed that Togo shall open the bridge.",
        "open the bridge", "Ministers", "",
    ),
    ("Peru's navy on Monday stood by its account that the boat had been empty.", "empty", "Peru's navy", "PE"),
    ("Dhaka objected to the helicopters in its airspace.", "helicopters", "Bangladesh", "BD"),
    (
        "Peru's navy confirmed that the boat, a trawler held by pirates off Puntland, had been sold.",
        "sold", "Peru's navy", "PE",
    ),
    (
        "In Paris a Belgian official would not say if a second meeting was planned.",
        "second meeting", "Belgian official", "BE",
    ),
    # -- offices whose state stands elsewhere
    (
        "ASUNCION, March 3 - Paraguay has no dispute with Brazil over the dam, the foreign ministry said on Tuesday.",
        "no dispute", "foreign ministry", "PY",
    ),
    (
        "LUSAKA (NNA) - Police fired on a convoy near the border. The home affairs minister, Chanda Mwale, said nobody "
        "had given such an order.",
        "such an order", "Chanda Mwale", "ZM",
    ),
    (
        "Mongolia will not take sides. Speaking in Ulaanbaatar, the prime minister said the railway was a commercial "
        "matter.",
        "commercial matter", "prime minister", "MN",
    ),
    (
        "Tunisia's coast guard turned the boat back on Sunday. The interior ministry said the captain had refused to "
        "stop.",
        "refused to stop", "interior ministry", "TN",
    ),
    (
        "Uzbek border guards shot dead two herders, the Border Service of Kyrgyzstan said. Dilshod Karimov, a spokesman "
        "for the foreign ministry in Tashkent, called the report a provocation.",
        "provocation", "Dilshod Karimov", "UZ",
    ),
    (
        "Colombian planes bombed a camp inside Ecuador on Saturday. Ecuador's president recalled the ambassador. The "
        "camp had been under watch for a year, the Colombian defence minister told reporters.",
        "under watch", "Colombian defence minister", "CO",
    ),
    (
        "Eswatini has cut its ties with Beijing, a spokesman for the royal palace in Mbabane said.",
        "cut its ties", "spokesman", "SZ",
    ),
    (
        "Malta refused the ship entry. “We have saved our share,” said Home Affairs Minister Joseph Zammit.",
        "our share", "Joseph Zammit", "MT",
    ),
    (
        "In Tashkent, officials declined to say whether the airfield had been leased.",
        "declined to say", "officials", "UZ",
    ),
    (
        "Laos and Cambodia have both sent troops to the river. In Vientiane the defence ministry said its men had been "
        "there since May.",
        "since May", "defence ministry", "LA",
    ),
    (
        "Gabon's foreign minister arrived in Malabo on Monday. The minister said the islands had never belonged to "
        "anybody else.",
        "anybody else", "Gabon's foreign minister", "GA",
    ),
    (
        "“The bridge is ours,” President Isabel Quiroga told a crowd in Tegucigalpa after Salvadoran surveyors had "
        "crossed the river.",
        "bridge is ours", "Isabel Quiroga", "HN",
    ),
    (
        "Ghana denied on Friday that it had armed the rebels. An aide to the president said the crates held maize.",
        "held maize", "aide to the president", "GH",
    ),
    (
        "Jordan's king will not travel, the royal court said.",
        "will not travel", "royal court", "JO",
    ),
    # -- relative clauses and appositions
    (
        "Omar Diallo, who speaks for the government in Conakry, said the mine would reopen.",
        "mine would reopen", "Omar Diallo", "GN",
    ),
    (
        "General Pham Duc Long, who commands the Vietnamese forces in the province, said his men had not fired.",
        "had not fired", "Pham Duc Long", "VN",
    ),
    (
        "Ingrid Solberg, of the Norwegian Border Commission, said the figures were old.",
        "figures were old", "Ingrid Solberg", "NO",
    ),
    (
        "The head of the Sudanese delegation, Mustafa Idris, said the talks in Nairobi had not failed.",
        "had not failed", "Mustafa Idris", "SD",
    ),
    (
        "Captain Lea Moreau, a spokeswoman for the French army, said two helicopters had been hit.",
        "had been hit", "Lea Moreau", "FR",
    ),
    (
        "Rear Admiral Koh Wei Ming, chief of Singapore's navy, said the collision was an accident.",
        "was an accident", "Koh Wei Ming", "SG",
    ),
    (
        "Anwar Siddiqui, Bangladesh's ambassador in Naypyidaw, said the refugees could not wait another year.",
        "another year", "Anwar Siddiqui", "BD",
    ),
    (
        "Latvia's foreign minister, Janis Ozols, said on Tuesday the embassy would stay open.",
        "stay open", "Janis Ozols", "LV",
    ),
    (
        "Tesfaye Alemu, the prime minister's national security adviser, said in Addis Ababa that Ethiopia wanted a port "
        "and not a war.",
        "not a war", "Tesfaye Alemu", "ET",
    ),
    (
        "The Rwandan army's spokesman, Brigadier General Eric Habimana, said no soldier had crossed.",
        "no soldier", "Eric Habimana", "RW",
    ),
    # -- envoys: their party sends them
    (
        "The Ukrainian embassy in Tel Aviv said the letter had been misread.",
        "misread", "Ukrainian embassy", "UA",
    ),
    (
        "Japan's ambassador to Russia said the islands were not mentioned.",
        "not mentioned", "Japan's ambassador to Russia", "JP",
    ),
    (
        "The Turkish consul in Mosul said the trucks had carried flour.",
        "carried flour", "Turkish consul in Mosul", "TR",
    ),
    (
        "Iran's permanent mission to the United Nations said the claim was baseless.",
        "baseless", "Iran's permanent mission to the United Nations", "IR",
    ),
    (
        "The British high commissioner in Accra said visas would be issued as before.",
        "as before", "British high commissioner in Accra", "GB",
    ),
    # -- bodies
    (
        "The OAS secretary general said observers would go to La Paz.",
        "would go to La Paz", "OAS secretary general", "OAS",
    ),
    (
        "ICAO said the airliner had been forced to land without cause.",
        "without cause", "ICAO", "ICAO",
    ),
    (
        "A spokesman for UNHCR said 4,000 people had crossed the river at night.",
        "4,000 people", "spokesman for UNHCR", "UN",
    ),
    (
        "NATO had been told nothing. A spokesman for the alliance said the drill was not announced.",
        "not announced", "spokesman for the alliance", "NATO",
    ),
    (
        "ASEAN foreign ministers met in Jakarta. The bloc's envoy said he had not been allowed to land.",
        "allowed to land", "bloc's envoy", "ASEAN",
    ),
    (
        "The African Union's mediator, Festus Nkosi, said both sides had signed.",
        "both sides had signed", "Festus Nkosi", "AU",
    ),
    (
        "The European commissioner for trade, Anneke Visser, said the tariff broke the rules.",
        "broke the rules", "Anneke Visser", "EU",
    ),
    (
        "The International Committee of the Red Cross said it had been refused access to the prison.",
        "refused access", "International Committee of the Red Cross", "ICRC",
    ),
    # -- movements
    (
        "A Polisario Front official said three fighters had been killed by a drone.",
        "three fighters", "Polisario Front official", "POLISARIO",
    ),
    (
        "The Houthis said they had fired two missiles at the port of Eilat.",
        "two missiles", "Houthis", "HOUTHIS",
    ),
    (
        "Shining Path said it had nothing to do with the ambush.",
        "nothing to do", "Shining Path", "SHINING-PATH",
    ),
    # -- nobody's voice
    (
        "A Kenyan trader said the road had been closed for a week.",
        "closed for a week", "Kenyan trader", "",
    ),
    (
        "Maria Teixeira, a former Portuguese ambassador to Angola, said the paper was genuine.",
        "genuine", "Maria Teixeira", "",
    ),
    (
        "Russian sources said the ship would be freed.",
        "be freed", "Russian sources", "",
    ),
    (
        "Gazprom said the pipeline was full.",
        "was full", "Gazprom", "",
    ),
    (
        "Hungary's opposition leader, Dora Kiss, said the treaty had never been shown to parliament.",
        "never been shown", "Dora Kiss", "",
    ),
    (
        "The minister's lawyer said his client had never been to Cyprus.",
        "never been to Cyprus", "minister's lawyer", "",
    ),
    # -- whose pronoun it is
    (
        "Thailand's foreign ministry summoned the Cambodian envoy. It said the temple road had been mined.",
        "had been mined", "Thailand's foreign ministry", "TH",
    ),
    (
        "Peter Novak, Slovakia's interior minister, accused the Hungarian consul of spying. “He has to go,” he said.",
        "He has to go", "Peter Novak", "SK",
    ),
    (
        "Bolivia's defence minister, Rosa Mamani, met her Peruvian counterpart on the lake. She said the patrols would "
        "start in June.",
        "start in June", "Rosa Mamani", "BO",
    ),
    (
        "According to Adnan Haddad, who heads the Lebanese army's engineers, the tunnel was dug years ago. The "
        "51-year-old said more would be found.",
        "more would be found", "Adnan Haddad", "LB",
    ),
    (
        "A colonel told state radio in Ouagadougou that the road was open. The colonel, Salif Kaboré, said later that it "
        "was not.",
        "it was not", "Salif Kaboré", "BF",
    ),
    # -- metonyms and seats
    (
        "Downing Street would not be drawn on the call, but a Whitehall source said it had been short.",
        "had been short", "Whitehall source", "GB",
    ),
    (
        "The Casa Rosada said the flag had been lowered by mistake.",
        "by mistake", "Casa Rosada", "AR",
    ),
    (
        "Malacañang said the boats would sail again on Monday.",
        "sail again", "Malacañang", "PH",
    ),
    (
        "Belgrade will not recognise the plates, Serbia's president said.",
        "not recognise", "Serbia's president", "RS",
    ),
    # -- where two states meet
    (
        "Armenia's prime minister flew to Tbilisi on Monday. Georgian Foreign Minister Nino Beridze said the road would "
        "be repaired by both.",
        "repaired by both", "Nino Beridze", "GE",
    ),
    (
        "Sudan accused South Sudan of shelling a refinery. The information minister in Juba, Gatluak Deng, said the fire "
        "had been an accident.",
        "an accident", "Gatluak Deng", "SS",
    ),
    (
        "Chadian troops crossed the border on Friday, Niger's army said. Chad's government spokesman, Abakar Saleh, said "
        "they had been invited.",
        "been invited", "Abakar Saleh", "TD",
    ),
    (
        "North Korea fired three missiles into the sea. The South said it would answer.",
        "would answer", "South Korea", "KR",
    ),
    (
        "Guinea-Bissau is not Guinea, its foreign minister, Carlos Gomes Sá, said in Bissau.",
        "is not Guinea", "Carlos Gomes Sá", "GW",
    ),
    # -- more styles: wires, translations, broadsheets, readouts
    (
        "ISTANBUL, Feb 2 (AGW) - Bulgaria's interior minister said on Thursday the fence would be finished by"
        " spring. The minister, Plamen Stoyanov, said 300 guards had been hired.",
        "300 guards", "Plamen Stoyanov", "BG",
    ),
    (
        "GENEVA — The foreign ministers of Cameroon and Nigeria met for four hours on Sunday. “We made "
        "progress,” the Cameroonian minister, Paul Etame, told reporters afterwards.",
        "made progress", "Paul Etame", "CM",
    ),
    (
        "KINSHASA, Nov 4 - Congolese army spokesman Colonel Jean Mutombo said rebels had burned two villages."
        " The rebels denied it.",
        "burned two villages", "Jean Mutombo", "CD",
    ),
    (
        "Tajikistan categorically does not accept these statements, Deputy Foreign Minister Farrukh Hamidov "
        "told a briefing in Dushanbe.",
        "does not accept", "Farrukh Hamidov", "TJ",
    ),
    (
        "“Ankara is following the developments closely,” Turkish Foreign Ministry Spokesperson Elif Aksoy "
        "said in a written statement, noting that the consulate remained open.",
        "following the developments", "Elif Aksoy", "TR",
    ),
    (
        "The Chinese side firmly opposes this, Foreign Ministry spokesperson Sun Lei told a regular press "
        "briefing in Beijing.",
        "firmly opposes", "Sun Lei", "CN",
    ),
    (
        "As the press service of Belarus's State Border Committee informed, two drones were shot down.",
        "were shot down", "press service of Belarus's State Border Committee", "BY",
    ),
    (
        "It was Kazakhstan that proposed the meeting, the head of the presidential press service, Ruslan "
        "Abenov, emphasized in Astana.",
        "proposed the meeting", "Ruslan Abenov", "KZ",
    ),
    (
        "Spain's foreign minister has accused London of “playing with fire” over the runway. A Foreign Office"
        " spokesman said the government would not compromise on sovereignty.",
        "compromise on sovereignty", "Foreign Office spokesman", "GB",
    ),
    (
        "The Icelandic coastguard had acted lawfully, insisted Sigrún Jónsdóttir, the justice minister, in "
        "Reykjavik last night.",
        "acted lawfully", "Sigrún Jónsdóttir", "IS",
    ),
    (
        "The Tanaiste, Declan Moore, was blunter: “There is no plan B.”",
        "no plan B", "Declan Moore", "IE",
    ),
    (
        "The External Affairs Ministry on Tuesday rejected Nepal's new map as “unilateral”.",
        "unilateral", "External Affairs Ministry", "IN",
    ),
    (
        "Speaking to reporters in Colombo, Fisheries Minister Nimal Perera said Indian trawlers had crossed "
        "the line 400 times this year.",
        "400 times", "Nimal Perera", "LK",
    ),
    (
        "Islamabad will respond at a time of its choosing, ISPR said in a statement.",
        "time of its choosing", "ISPR", "PK",
    ),
    (
        "Eritrea's information minister took to Twitter on Saturday to dismiss the report. “Fabrications "
        "again,” Yonas Berhe wrote.",
        "Fabrications again", "Yonas Berhe", "ER",
    ),
    (
        "Government spokesperson Thabo Nkuna told a news conference in Pretoria that South Africa had not "
        "been consulted.",
        "not been consulted", "Thabo Nkuna", "ZA",
    ),
    (
        "ECOWAS gave the junta a week. “We are not afraid,” junta spokesman Captain Idrissa Barry told state "
        "television in Conakry.",
        "not afraid", "Idrissa Barry", "GN",
    ),
    (
        "Uganda's army said it had killed 40 fighters. Kinshasa said it had not been told of any operation.",
        "not been told", "Democratic Republic of Congo", "CD",
    ),
    (
        "Venezuela massed troops on the bridge. “We do not want a war,” Colombian President Andrés Mejía said"
        " from the Casa de Nariño.",
        "do not want a war", "Andrés Mejía", "CO",
    ),
    (
        "The Nicaraguan government, for its part, considers the ruling unenforceable, Vice President Rosaura "
        "Maldonado said on radio.",
        "unenforceable", "Rosaura Maldonado", "NI",
    ),
    (
        "In a note to the OAS, Honduras's ambassador, Carlos Funes, complained that his consulate had been "
        "surrounded.",
        "been surrounded", "Carlos Funes", "HN",
    ),
    (
        "An Omani official, who asked not to be identified, said both delegations were in Muscat.",
        "both delegations", "Omani official", "OM",
    ),
    (
        "Kuwait summoned Iraq's chargé d'affaires. The foreign ministry said the map was “a provocation”.",
        "a provocation", "foreign ministry", "KW",
    ),
    (
        "Israel's military had no comment. A Palestinian Authority official said the tax money had been "
        "withheld again.",
        "withheld again", "Palestinian Authority official", "PS",
    ),
    (
        "A Hezbollah spokesman, Hassan Karaki, said the tunnel had been empty for years.",
        "empty for years", "Hassan Karaki", "HEZBOLLAH",
    ),
    (
        "The secretary of state, Helen Marsh, said on a visit to Manila that the treaty covered the reef.",
        "covered the reef", "Helen Marsh", "US",
    ),
    (
        "A senior State Department official told reporters traveling with the secretary that no date had been"
        " set.",
        "no date", "senior State Department official", "US",
    ),
    (
        "“We've seen the reports,” National Security Council spokesperson Dana Whitlock said. “We're not "
        "going to comment on them.”",
        "seen the reports", "Dana Whitlock", "US",
    ),
    (
        "Sen. Robert Hale, the Republican chairman of the committee, called the deal a mistake.",
        "a mistake", "Robert Hale", "",
    ),
    (
        "Seoul's unification ministry said the line had gone dead at 9 a.m. The North did not explain why.",
        "gone dead", "Seoul's unification ministry", "KR",
    ),
    (
        "Japan's chief cabinet secretary, Hiroshi Endo, lodged a protest, saying that four Chinese vessels "
        "had entered its waters.",
        "four Chinese vessels", "Hiroshi Endo", "JP",
    ),
    (
        "Vietnam's coast guard rammed the boat first, according to the China Coast Guard.",
        "rammed the boat", "China Coast Guard", "CN",
    ),
    (
        "Taiwan's Mainland Affairs Council said Beijing had cancelled the ferry without notice.",
        "without notice", "Taiwan's Mainland Affairs Council", "TW",
    ),
    (
        "Kosovo's prime minister, Arben Krasniqi, walked out of the talks in Brussels. Serbian President "
        "Milos Petrovic said he had waited two hours.",
        "two hours", "Milos Petrovic", "RS",
    ),
    (
        "Slovenia's government, which had blocked the talks for a year, said on Friday that the line in the "
        "bay was a matter for judges.",
        "matter for judges", "Slovenia's government", "SI",
    ),
    (
        "The Élysée did not deny the call. An adviser to the president said it had lasted ten minutes.",
        "ten minutes", "adviser to the president", "FR",
    ),
    (
        "Poland's deputy defence minister, who inspected the site on Monday, said the missile was old.",
        "missile was old", "Poland's deputy defence minister", "PL",
    ),
    (
        "A spokeswoman for the European Commission said the money was frozen, not lost.",
        "not lost", "spokeswoman for the European Commission", "EU",
    ),
    (
        "Moldova's president said on Sunday that the gas would last a month. Gazprom declined to comment. In "
        "Tiraspol, the separatist leader, Vadim Ursu, said it would not.",
        "it would not", "Vadim Ursu", "",
    ),
    (
        "A farmer in Cúcuta said soldiers had come at dawn.",
        "come at dawn", "farmer in Cúcuta", "",
    ),
    (
        "“Nobody asked us,” said Amina Yusuf, a trader in Lagos.",
        "Nobody asked us", "Amina Yusuf", "",
    ),
    (
        "Analysts in Canberra said the pact changed little.",
        "changed little", "Analysts in Canberra", "",
    ),
    (
        "A Western diplomat in Addis Ababa said the text was ready.",
        "text was ready", "Western diplomat in Addis Ababa", "",
    ),
    (
        "The mayor of Gori, Levan Kapanadze, said two houses had been hit.",
        "two houses", "Levan Kapanadze", "",
    ),
    (
        "The UN special envoy for Yemen, Henrik Dahl, told the Security Council that the truce was holding.",
        "truce was holding", "Henrik Dahl", "UN",
    ),
    (
        "The head of the IAEA, Diego Salvatierra, said his inspectors had been turned away.",
        "turned away", "Diego Salvatierra", "IAEA",
    ),
    (
        "UNIFIL's commander, General Marco Bellini, said both armies had been warned.",
        "been warned", "Marco Bellini", "UN",
    ),
    (
        "The WHO's director for Africa, Grace Achieng, said the vaccines had arrived.",
        "had arrived", "Grace Achieng", "WHO",
    ),
    (
        "Both Athens and Ankara said the drill would go ahead.",
        "go ahead", "Greece", "GR+TR",
    ),
    (
        "Croatia's foreign minister, Ivana Horvat, rejected the idea on Monday.\n\n“There will be no corridor,”"
        " she said.\n\nHorvat's office later added that no letter had been received.",
        "no corridor", "Ivana Horvat", "HR",
    ),
    (
        "The Dutch defence minister said the frigate had been buzzed. It was, he said, the third time this "
        "year.",
        "third time", "Dutch defence minister", "NL",
    ),
)  # fmt: skip


def statement_of(text: str, words: str) -> ExtractedStatement:
    """The statement in whose passage some words stand; the shortest where several hold them."""
    at = text.index(words)
    holding = [one for one in extract(text, published=None).statements if one.start <= at < one.end]
    assert holding, "no statement there"
    return min(holding, key=lambda one: one.end - one.start)


@pytest.mark.parametrize(("text", "words", "speaker", "party"), PASSAGES, ids=[row[1] for row in PASSAGES])
def test_a_passage_has_its_speaker_and_party(text: str, words: str, speaker: str, party: str) -> None:
    found = statement_of(text, words)
    assert found.source is not None
    name = found.source.name
    assert name == speaker or name.startswith(f"{speaker} ")
    assert "+".join(found.parties) == party
