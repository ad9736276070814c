namespace Skiff.Runtime.Globalization;

/// <summary>Names of cultures in their own language (the names of CLDR): culture without region | its name | pattern of the name
/// with a region, where that is not "name ({})" | regions | names of currencies, by currency or region, where they are not
/// the English ones; or culture with region | its name.</summary>
[AddTo(Bcl.CoreLib)]
internal static class NativeNames
{
    public const string Table =
        """

        af|Afrikaans||NA Namibië;ZA Suid-Afrika|NAD Namibiese dollar;ZAR Suid-Afrikaanse rand
        agq|Aghem||CM Kàmàlûŋ|XAF CFA Fàlâŋ BEAC
        ak|Akan||GH Gaana|GHS Ghana Sidi
        am|አማርኛ||ET ኢትዮጵያ|ETB የኢትዮጵያ ብር
        ar|العربية||001 العالم;AE الإمارات العربية المتحدة;BH البحرين;DJ جيبوتي;DZ الجزائر;EG مصر;EH الصحراء الغربية;ER إريتريا;IL إسرائيل;IQ العراق;JO الأردن;KM جزر القمر;KW الكويت;LB لبنان;LY ليبيا;MA المغرب;MR موريتانيا;OM عُمان;PS الأراضي الفلسطينية;QA قطر;SA المملكة العربية السعودية;SD السودان;SO الصومال;SS جنوب السودان;SY سوريا;TD تشاد;TN تونس;YE اليمن|AED درهم إماراتي;BHD دينار بحريني;DJF فرنك جيبوتي;DZD دينار جزائري;EGP جنيه مصري;ERN ناكفا أريتري;ILS شيكل إسرائيلي جديد;IQD دينار عراقي;JOD دينار أردني;KMF فرنك جزر القمر;KWD دينار كويتي;LBP جنيه لبناني;LYD دينار ليبي;MAD درهم مغربي;MRU أوقية موريتانية;OMR ريال عماني;QAR ريال قطري;SAR ريال سعودي;SDG جنيه سوداني;SOS شلن صومالي;SSP جنيه جنوب السودان;SYP ليرة سورية;TND دينار تونسي;XAF فرنك وسط أفريقي;YER ريال يمني
        asa|Kipare||TZ Tadhania|TZS shilingi ya Tandhania
        ast|asturianu||ES España|EUR euro
        as|অসমীয়া||IN ভাৰত|INR ভাৰতীয় ৰুপী
        az-Cyrl|азәрбајҹан (Кирил)|азәрбајҹан (Кирил, {})|AZ Азәрбајҹан|AZN AZN
        az-Latn|azərbaycan (latın)|azərbaycan (latın, {})|AZ Azərbaycan|AZN Azərbaycan Manatı
        az|azərbaycan||AZ Azərbaycan|AZN Azərbaycan Manatı
        bas|Ɓàsàa||CM Kàmɛ̀rûn|XAF Frǎŋ CFA (BEAC)
        bem|Ichibemba||ZM Zambia|ZMW ZMW
        bez|Hibena||TZ Hutanzania|TZS Shilingi ya Hutanzania
        be|беларуская||BY Беларусь|BYN беларускі рубель
        bgc|हरियाणवी||IN भारत|INR INR
        bg|български||BG България|BGN Български лев
        bho|भोजपुरी||IN भारत|INR INR
        bm|bamanakan||ML Mali|XOF sefa Fraŋ (BCEAO)
        bn|বাংলা||BD বাংলাদেশ;IN ভারত|BDT বাংলাদেশী টাকা;INR ভারতীয় রুপি
        bo|བོད་སྐད་||CN རྒྱ་ནག;IN རྒྱ་གར་|CNY ཡུ་ཨན་;INR རྒྱ་གར་སྒོར་
        brx|बर’||IN भारत|INR भारतनि रुपी
        br|brezhoneg||FR Frañs|EUR euro
        bs-Cyrl|босански (ћирилица)|босански (ћирилица, {})|BA Босна и Херцеговина|BAM Конвертибилна марка
        bs-Latn|bosanski (latinica)|bosanski (latinica, {})|BA Bosna i Hercegovina|BAM Bosanskohercegovačka konvertibilna marka
        bs|bosanski||BA Bosna i Hercegovina|BAM Bosanskohercegovačka konvertibilna marka
        ca-ES-VALENCIA|català (Espanya, valencià)
        ca|català||AD Andorra;ES Espanya;FR França;IT Itàlia|EUR euro
        ccp|𑄌𑄋𑄴𑄟𑄳𑄦||BD 𑄝𑄁𑄣𑄘𑄬𑄌𑄴;IN 𑄞𑄢𑄧𑄖𑄴|BDT 𑄝𑄁𑄣𑄘𑄬𑄥𑄨 𑄑𑄬𑄋;INR 𑄃𑄨𑄚𑄴𑄘𑄨𑄠𑄚𑄴 𑄢𑄪𑄛𑄨
        ceb|Cebuano||PH Pilipinas
        ce|нохчийн||RU Росси|RUB Российн сом
        cgg|Rukiga||UG Uganda|UGX Eshiringi ya Uganda
        chr|ᏣᎳᎩ||US ᏌᏊ ᎢᏳᎾᎵᏍᏔᏅ ᏍᎦᏚᎩ|USD US ᎠᏕᎳ
        ckb|کوردیی ناوەندی||IQ عێراق;IR ئێران|IQD IQD;IRR IRR
        cs|čeština||CZ Česko|CZK česká koruna
        cv|чӑваш||RU Раҫҫей|RUB Раҫҫей тенкӗ
        cy|Cymraeg||GB Y Deyrnas Unedig|GBP Punt Prydain
        dav|Kitaita||KE Kenya|KES Shilingi ya Kenya
        da|dansk||DK Danmark;GL Grønland|DKK dansk krone
        de|Deutsch||AT Österreich;BE Belgien;CH Schweiz;DE Deutschland;IT Italien;LI Liechtenstein;LU Luxemburg|CHF Schweizer Franken
        dje|Zarmaciine||NE Nižer|XOF CFA Fraŋ (BCEAO)
        doi|डोगरी||IN भारत|INR भारती रपेऽ
        dsb|dolnoserbšćina||DE Nimska|EUR euro
        dua|duálá||CM Cameroun|XAF XAF
        dyo|joola||SN Senegal|XOF seefa yati BCEAO
        dz|རྫོང་ཁ|རྫོང་ཁ། ({}།)|BT འབྲུག|BTN དངུལ་ཀྲམ
        ebu|Kĩembu||KE Kenya|KES Shilingi ya Kenya
        ee|Eʋegbe||GH Ghana nutome;TG Togo nutome|GHS ghana siɖi;XOF ɣetoɖofe afrikaga CFA franc BCEAO
        el|Ελληνικά||CY Κύπρος;GR Ελλάδα|EUR Ευρώ
        en|English||KN St Kitts & Nevis;LC St Lucia;SH St Helena;VC St Vincent & the Grenadines|BMD Bermudian Dollar;GB British Pound;GBP UK Pound;SHP St Helena Pound
        eo|esperanto||001 Mondo
        es|español||419 Latinoamérica;AR Argentina;BO Bolivia;BR Brasil;BZ Belice;CL Chile;CO Colombia;CR Costa Rica;CU Cuba;DO República Dominicana;EA Ceuta y Melilla;EC Ecuador;ES España;GQ Guinea Ecuatorial;GT Guatemala;HN Honduras;IC Canarias;MX México;NI Nicaragua;PA Panamá;PE Perú;PH Filipinas;PR Puerto Rico;PY Paraguay;SV El Salvador;US Estados Unidos;UY Uruguay;VE Venezuela|ARS peso argentino;BOB boliviano;BRL real brasileño;BZD dólar beliceño;CLP Peso chileno;COP peso colombiano;CRC colón costarricense;CUP peso cubano;DOP peso dominicano;EUR euro;GTQ quetzal;HNL lempira hondureño;MXN peso mexicano;NIO córdoba nicaragüense;PAB balboa panameño;PEN sol peruano;PHP peso filipino;PYG guaraní paraguayo;USD dólar estadounidense;UYU peso uruguayo;VES bolívar soberano;XAF franco CFA de África Central
        et|eesti||EE Eesti|EUR euro
        eu|euskara||ES Espainia|EUR euroa
        ewo|ewondo||CM Kamərún|XAF Fəláŋ CFA (BEAC)
        fa|فارسی||AF افغانستان;IR ایران|AFN افغانی افغانستان;IRR ریال ایران
        ff-Adlm|𞤆𞤵𞤤𞤢𞤪 (𞤀𞤁𞤂𞤢𞤃)|𞤆𞤵𞤤𞤢𞤪 (𞤀𞤁𞤂𞤢𞤃⹁ {})|BF 𞤄𞤵𞤪𞤳𞤭𞤲𞤢 𞤊𞤢𞤧𞤮𞥅;CM 𞤑𞤢𞤥𞤢𞤪𞤵𞥅𞤲;GH 𞤘𞤢𞤲𞤢;GM 𞤘𞤢𞤥𞤦𞤭𞤴𞤢;GN 𞤘𞤭𞤲𞤫;GW 𞤘𞤭𞤲𞤫-𞤄𞤭𞤧𞤢𞤱𞤮𞥅;LR 𞤂𞤢𞤦𞤭𞤪𞤭𞤴𞤢𞥄;MR 𞤃𞤮𞤪𞤼𞤢𞤲𞤭𞥅;NE 𞤐𞤭𞥅𞤶𞤫𞤪;NG 𞤐𞤢𞤶𞤫𞤪𞤭𞤴𞤢𞥄;SL 𞤅𞤢𞤪𞤢𞤤𞤮𞤲;SN 𞤅𞤫𞤲𞤫𞤺𞤢𞥄𞤤|GHS 𞤅𞤭𞤣𞤭 𞤘𞤢𞤲𞤢𞤲𞤳𞤮;GMD 𞤁𞤢𞤤𞤢𞤧𞤭 𞤘𞤢𞤥𞤦𞤭𞤲𞤳𞤮;GNF 𞤊𞤢𞤪𞤢𞤲 𞤘𞤭𞤲𞤫𞤲𞤳𞤮;LRD 𞤁𞤢𞤤𞤢 𞤂𞤭𞤦𞤫𞤪𞤭𞤴𞤢𞤲𞤳𞤮;MRU 𞤓𞤺𞤭𞤴𞤢 𞤃𞤮𞤪𞤭𞤼𞤢𞤲𞤭𞤴𞤢𞤲𞤳𞤮;NGN 𞤐𞤢𞤴𞤪𞤢 𞤐𞤢𞤶𞤭𞤪𞤢𞤴𞤢𞤲𞤳𞤮;SLE SLE;XAF 𞤊𞤢𞤪𞤢𞤲 𞤚𞤵𞤦𞤮𞥅𞤪𞤭 𞤀𞤬𞤪𞤭𞤳𞤭𞤲𞤳𞤮;XOF 𞤊𞤢𞤪𞤢𞤲 𞤅𞤊𞤀 𞤖𞤭𞥅𞤪𞤲𞤢𞥄𞤲𞤺𞤫 𞤀𞤬𞤪𞤭𞤳𞤢
        ff-Latn|Fula (Latin)||BF Burkibaa Faaso;CM Kameruun;GH Ganaa;GM Gammbi;GN Gine;GW Gine-Bisaawo;LR Liberiyaa;MR Muritani;NE Nijeer;NG Nijeriyaa;SL Seraa liyon;SN Senegaal|GHS GHS;GMD Dalasi Gammbi;GNF GNF;LRD Dolaar Liberiyaa;MRU Ugiyya Muritani;NGN Nayraa Nijeriyaa;SLE SLE;XAF Mbuuɗi Seefaa BEAC;XOF Mbuuɗu Seefaa BCEAO
        ff|Pulaar||SN Senegaal|XOF Mbuuɗu Seefaa BCEAO
        fil|Filipino||PH Pilipinas|PHP Piso ng Pilipinas
        fi|suomi||FI Suomi|EUR euro
        fo|føroyskt||DK Danmark;FO Føroyar|DKK donsk króna
        fr|français||BE Belgique;BF Burkina Faso;BI Burundi;BJ Bénin;BL Saint-Barthélemy;CA Canada;CD Congo-Kinshasa;CF République centrafricaine;CG Congo-Brazzaville;CH Suisse;CI Côte d’Ivoire;CM Cameroun;DJ Djibouti;DZ Algérie;FR France;GA Gabon;GF Guyane française;GN Guinée;GP Guadeloupe;GQ Guinée équatoriale;HT Haïti;KM Comores;LU Luxembourg;MA Maroc;MC Monaco;MF Saint-Martin;MG Madagascar;ML Mali;MQ Martinique;MR Mauritanie;MU Maurice;NC Nouvelle-Calédonie;NE Niger;PF Polynésie française;PM Saint-Pierre-et-Miquelon;RE La Réunion;RW Rwanda;SC Seychelles;SN Sénégal;SY Syrie;TD Tchad;TG Togo;TN Tunisie;VU Vanuatu;WF Wallis-et-Futuna;YT Mayotte|BIF franc burundais;CAD dollar canadien;CDF franc congolais;CHF franc suisse;DJF franc djiboutien;DZD dinar algérien;EUR euro;GNF franc guinéen;HTG gourde haïtienne;KMF franc comorien;MAD dirham marocain;MGA ariary malgache;MRU ouguiya mauritanien;MUR roupie mauricienne;RWF franc rwandais;SCR roupie des Seychelles;SYP livre syrienne;TND dinar tunisien;VUV vatu vanuatuan;XAF franc CFA (BEAC);XOF franc CFA (BCEAO);XPF franc CFP
        fur|furlan||IT Italie|EUR euro
        fy|Frysk||NL Nederlân
        ga|Gaeilge||GB an Ríocht Aontaithe;IE Éire|GBP Punt Steirling
        gd|Gàidhlig||GB An Rìoghachd Aonaichte|GBP Punnd Sasannach
        gl|galego||ES España|EUR euro
        gsw|Schwiizertüütsch||CH Schwiiz;FR Frankriich;LI Liächteschtäi|CHF Schwiizer Franke
        guz|Ekegusii||KE Kenya|KES Shilingi ya Kenya
        gu|ગુજરાતી||IN ભારત|INR ભારતીય રૂપિયા
        gv|Gaelg||IM Ellan Vannin|GBP GBP
        haw|ʻŌlelo Hawaiʻi||US ʻAmelika Hui Pū ʻIa|USD USD
        ha|Hausa||GH Gana;NE Nijar;NG Nijeriya|GHS Sidi na Ghana;NGN Nairar Najeriya;XOF Kuɗin Sefa na Afirka Ta Yamma
        he|עברית||IL ישראל|ILS שקל חדש
        hi-Latn|Hindi (Latin)|Hindi (Latin, {})|IN India
        hi|हिन्दी||IN भारत|INR भारतीय रुपया
        hr|hrvatski||BA Bosna i Hercegovina;HR Hrvatska|BAM konvertibilna marka;EUR euro
        hsb|hornjoserbšćina||DE Němska|EUR euro
        hu|magyar||HU Magyarország|HUF magyar forint
        hy|հայերեն||AM Հայաստան|AMD հայկական դրամ
        ia|interlingua||001 Mundo
        id|Indonesia||ID Indonesia|IDR Rupiah Indonesia
        ig|Igbo||NG Naịjịrịa|NGN Naịra
        ii|ꆈꌠꉙ||CN ꍏꇩ|CNY CNY
        is|íslenska||IS Ísland|ISK íslensk króna
        it|italiano||CH Svizzera;IT Italia;SM San Marino;VA Città del Vaticano|CHF franco svizzero;EUR euro
        ja|日本語||JP 日本|JPY 日本円
        jgo|Ndaꞌa||CM Kamɛlûn|XAF Fɛlâŋ
        jmc|Kimachame||TZ Tanzania|TZS Shilingi ya Tanzania
        jv|Jawa||ID Indonésia|IDR Rupiah Indonesia
        kab|Taqbaylit||DZ Lezzayer|DZD Adinar Azzayri
        kam|Kikamba||KE Kenya|KES Silingi ya Kenya
        ka|ქართული||GE საქართველო|GEL ქართული ლარი
        kde|Chimakonde||TZ Tanzania|TZS Shilingi ya Tanzania
        kea|kabuverdianu||CV Kabu Verdi|CVE Skudu Kabuverdianu
        kgp|kanhgág||BR Mrasir|BRL Mrasir Rejar
        khq|Koyra ciini||ML Maali|XOF CFA Fraŋ (BCEAO)
        ki|Gikuyu||KE Kenya|KES Ciringi ya Kenya
        kkj|kakɔ||CM Kamɛrun|XAF Franc CFA
        kk|қазақ тілі||KZ Қазақстан|KZT Қазақстан теңгесі
        kln|Kalenjin||KE Emetab Kenya|KES Silingitab ya Kenya
        kl|kalaallisut||GL Kalaallit Nunaat|DKK DKK
        km|ខ្មែរ||KH កម្ពុជា|KHR រៀល​កម្ពុជា
        kn|ಕನ್ನಡ||IN ಭಾರತ|INR ಭಾರತೀಯ ರೂಪಾಯಿ
        kok|कोंकणी||IN भारत|INR भारतीय रुपया
        ko|한국어|한국어({})|KP 조선민주주의인민공화국;KR 대한민국|KPW 조선 민주주의 인민 공화국 원;KRW 대한민국 원
        ks-Arab|کٲشُر (عربی)|کٲشُر (عربی, {})|IN ہِندوستان|INR ہِندُستٲنۍ رۄپَے
        ks-Deva|कॉशुर (देवनागरी)|कॉशुर (देवनागरी, {})|IN हिंदोस्तान|INR इंडियन रूपी
        ksb|Kishambaa||TZ Tanzania|TZS shilingi ya Tanzania
        ksf|rikpa||CM kamɛrún|XAF fráŋ
        ksh|Kölsch|Kölsch en {}|DE Doütschland
        ks|کٲشُر||IN ہِندوستان|INR ہِندُستٲنۍ رۄپَے
        ku|kurdî||TR Tirkiye|TRY TRY
        kw|kernewek||GB Rywvaneth Unys|GBP GBP
        ky|кыргызча||KG Кыргызстан|KGS Кыргызстан сому
        lag|Kɨlaangi||TZ Taansanía|TZS Shilíingi ya Taansanía
        lb|Lëtzebuergesch||LU Lëtzebuerg
        lg|Luganda||UG Yuganda|UGX Silingi eya Yuganda
        lkt|Lakȟólʼiyapi||US Mílahaŋska Tȟamákȟočhe|USD USD
        ln|lingála||AO Angóla;CD Republíki ya Kongó Demokratíki;CF Repibiki ya Afríka ya Káti;CG Kongo|AOA Kwanza ya Angóla;CDF Falánga ya Kongó;XAF Falánga CFA BEAC
        lo|ລາວ||LA ລາວ|LAK ລາວ ກີບ
        lrc|لۊری شومالی|||IQD IQD;IRR IRR
        lt|lietuvių||LT Lietuva|EUR Euras
        luo|Dholuo||KE Kenya|KES Siling mar Kenya
        luy|Luluhia||KE Kenya|KES Sirinji ya Kenya
        lu|Tshiluba||CD Ditunga wa Kongu|CDF Nfalanga wa Kongu
        lv|latviešu||LV Latvija|EUR eiro
        mai|मैथिली||IN भारत|INR भारतीय रुपया
        mas|Maa||KE Kenya;TZ Tansania|KES Iropiyianí e Kenya;TZS Iropiyianí e Tanzania
        mer|Kĩmĩrũ||KE Kenya|KES Shilingi ya Kenya
        mfe|kreol morisien||MU Moris|MUR roupi morisien
        mgh|Makua||MZ Umozambiki|MZN MZN
        mgo|metaʼ||CM Kamalun|XAF shirè
        mg|Malagasy||MG Madagasikara|MGA Ariary
        mi|Māori||NZ Aotearoa|NZD Tāra o Aotearoa
        mk|македонски||MK Северна Македонија|MKD Македонски денар
        ml|മലയാളം||IN ഇന്ത്യ|INR ഇന്ത്യൻ രൂപ
        mni-Beng|মৈতৈলোন্ (বাংলা)|মৈতৈলোন্ (বাংলা, {})|IN ইন্দিয়া|INR ইন্দিয়ান রুপী
        mni|মৈতৈলোন্||IN ইন্দিয়া|INR ইন্দিয়ান রুপী
        mn|монгол||MN Монгол|MNT Монгол төгрөг
        mr|मराठी||IN भारत|INR भारतीय रुपया
        ms|Melayu||BN Brunei;ID Indonesia;MY Malaysia;SG Singapura|BND Dolar Brunei;IDR Rupiah Indonesia;MYR Ringgit Malaysia;SGD Dolar Singapura
        mt|Malti||MT Malta|EUR ewro
        mua|MUNDAŊ||CM kameruŋ|XAF solai BEAC
        my|မြန်မာ||MM မြန်မာ|MMK မြန်မာ ကျပ်
        mzn|مازرونی||IR ایران|IRR ایران ریال
        naq|Khoekhoegowab||NA Namibiab|NAD Namibia Dollari
        nb|norsk bokmål||NO Norge;SJ Svalbard og Jan Mayen|NOK norske kroner
        nd|isiNdebele||ZW Zimbabwe|USD Dola yase Amelika
        ne|नेपाली||IN भारत;NP नेपाल|INR भारतीय रूपिँया;NPR नेपाली रूपैयाँ
        nl|Nederlands||AW Aruba;BE België;BQ Caribisch Nederland;CW Curaçao;NL Nederland;SR Suriname;SX Sint-Maarten|ANG Nederlands-Antilliaanse gulden;AWG Arubaanse gulden;SRD Surinaamse dollar;USD Amerikaanse dollar
        nmg|Kwasio||CM Kamerun|XAF Fraŋ CFA BEAC
        nnh|Shwóŋò ngiembɔɔn||CM Kàmalûm|XAF feláŋ CFA
        nn|norsk nynorsk||NO Noreg|NOK norske kroner
        no|norsk||NO Norge|NOK norske kroner
        nus|Thok Nath|||SSP SSP
        nyn|Runyankore||UG Uganda|UGX Eshiringi ya Uganda
        om|Oromoo||ET Itoophiyaa;KE Keeniyaa|ETB Itoophiyaa Birrii;KES KES
        or|ଓଡ଼ିଆ||IN ଭାରତ|INR ଭାରତୀୟ ଟଙ୍କା
        os|ирон||GE Гуырдзыстон;RU Уӕрӕсе|GEL Лар;RUB Сом
        pa-Arab|پنجابی (عربی)|پنجابی (عربی, {})|PK پاکستان|PKR روپئیہ
        pa-Guru|ਪੰਜਾਬੀ (ਗੁਰਮੁਖੀ)|ਪੰਜਾਬੀ (ਗੁਰਮੁਖੀ, {})|IN ਭਾਰਤ|INR ਭਾਰਤੀ ਰੁਪਇਆ
        pa-PK|پنجابی (پاکستان)
        pa|ਪੰਜਾਬੀ||IN ਭਾਰਤ;PK پاکستان|INR ਭਾਰਤੀ ਰੁਪਇਆ;PKR روپئیہ
        pcm|Naijíriá Píjin||NG Naijíria|NGN Naijíriá Naíra
        pl|polski||PL Polska|PLN złoty polski
        ps|پښتو||AF افغانستان;PK پاکستان|AFN افغانۍ;PKR پاکستانۍ کلداره
        pt|português||AO Angola;BR Brasil;CH Suíça;CV Cabo Verde;GQ Guiné Equatorial;GW Guiné-Bissau;LU Luxemburgo;MO Macau, RAE da China;MZ Moçambique;PT Portugal;ST São Tomé e Príncipe;TL Timor-Leste|AOA kwanza angolano;BRL Real brasileiro;CHF franco suíço;CVE escudo cabo-verdiano;EUR euro;MOP pataca macaense;MZN metical moçambicano;STN dobra de São Tomé e Príncipe;USD dólar dos Estados Unidos;XAF franco CFA (BEAC);XOF franco CFA (BCEAO)
        qu|Runasimi||BO Bolivia;EC Ecuador;PE Perú|BOB Boliviano;PEN Sol Peruano;USD Dólar Americano
        raj|राजस्थानी||IN भारत|INR INR
        rm|rumantsch||CH Svizra|CHF franc svizzer
        rn|Ikirundi||BI Uburundi|BIF Ifaranga ry’Uburundi
        rof|Kihorombo||TZ Tanzania|TZS heleri sa Tanzania
        ro|română||MD Republica Moldova;RO România|MDL leu moldovenesc;RON leu românesc
        ru|русский||BY Беларусь;KG Киргизия;KZ Казахстан;MD Молдова;RU Россия;UA Украина|BYN белорусский рубль;KGS киргизский сом;KZT казахский тенге;MDL молдавский лей;RUB российский рубль;UAH украинская гривна
        rwk|Kiruwa||TZ Tanzania|TZS Shilingi ya Tanzania
        rw|Kinyarwanda||RW U Rwanda|RWF RWF
        sah|саха тыла||RU Арассыыйа|RUB Арассыыйа солкуобайа
        saq|Kisampur||KE Kenya|KES Njilingi eel Kenya
        sat-Olck|ᱥᱟᱱᱛᱟᱲᱤ (ᱚᱞ ᱪᱤᱠᱤ)|ᱥᱟᱱᱛᱟᱲᱤ (ᱚᱞ ᱪᱤᱠᱤ, {})|IN ᱤᱱᱰᱤᱭᱟ|INR ᱥᱤᱧᱚᱛ ᱨᱮᱱᱟᱜ ᱴᱟᱠᱟ
        sat|ᱥᱟᱱᱛᱟᱲᱤ||IN ᱤᱱᱰᱤᱭᱟ|INR ᱥᱤᱧᱚᱛ ᱨᱮᱱᱟᱜ ᱴᱟᱠᱟ
        sa|संस्कृत भाषा||IN भारतः|INR भारतीय रूप्यकम्
        sbp|Ishisangu||TZ Tansaniya|TZS Ihela ya Tansaniya
        sc|sardu||IT Itàlia|EUR èuro
        sd-Arab|سنڌي (عربي)|سنڌي (عربي, {})|PK پاڪستان|PKR پاڪستاني رپي
        sd-Deva|सिन्धी (देवनागिरी)|सिन्धी (देवनागिरी, {})|IN भारत|INR हिंदुस्तानी रुपयो
        sd-IN|सिन्धी (भारत)
        sd|سنڌي||IN भारत;PK پاڪستان|INR हिंदुस्तानी रुपयो;PKR پاڪستاني رپي
        seh|sena||MZ Moçambique|MZN Metical de Moçambique
        ses|Koyraboro senni||ML Maali|XOF CFA Fraŋ (BCEAO)
        se|davvisámegiella||FI Suopma;NO Norga;SE Ruoŧŧa|EUR euro;NOK norgga kruvdno;SEK ruoŧŧa kruvdno
        sg|Sängö||CF Ködörösêse tî Bêafrîka|XAF farânga CFA (BEAC)
        shi-Latn|Tachelhit (Latin)||MA lmɣrib|MAD adrim n lmɣrib
        shi-Tfng|Tachelhit (Tifinagh)||MA ⵍⵎⵖⵔⵉⴱ|MAD ⴰⴷⵔⵉⵎ ⵏ ⵍⵎⵖⵔⵉⴱ
        shi|ⵜⴰⵛⵍⵃⵉⵜ||MA ⵍⵎⵖⵔⵉⴱ|MAD ⴰⴷⵔⵉⵎ ⵏ ⵍⵎⵖⵔⵉⴱ
        si|සිංහල||LK ශ්‍රී ලංකාව|LKR ශ්‍රී ලංකා රුපියල
        sk|slovenčina||SK Slovensko|EUR euro
        sl|slovenščina||SI Slovenija|EUR evro
        smn|anarâškielâ||FI Suomâ|EUR euro
        sn|chiShona||ZW Zimbabwe|USD Dora re Amerika
        so|Soomaali||DJ Jabuuti;ET Itoobiya;KE Kenya;SO Soomaaliya|DJF Faran Jabuuti;ETB Birta Itoobbiya;KES Shilingka Kenya;SOS Shilingka Soomaaliya
        sq|shqip||AL Shqipëri;MK Maqedonia e Veriut;XK Kosovë|ALL Leku shqiptar;EUR Euroja;MKD Denari maqedonas
        sr-Cyrl|српски (ћирилица)|српски (ћирилица, {})|BA Босна и Херцеговина;ME Црна Гора;RS Србија;XK Косово|BAM Босанскохерцеговачка конвертибилна марка;EUR Evro;RSD српски динар;XK Евро
        sr-Latn|srpski (latinica)|srpski (latinica, {})|BA Bosna i Hercegovina;ME Crna Gora;RS Srbija;XK Kosovo|BAM Bosanskohercegovačka konvertibilna marka;EUR Evro;RSD srpski dinar
        sr-ME|srpski (Crna Gora)
        sr|српски||BA Босна и Херцеговина;ME Crna Gora;RS Србија;XK Косово|BAM Босанскохерцеговачка конвертибилна марка;EUR Evro;RSD српски динар;XK Евро
        su-Latn|Basa Sunda (Latin)|Basa Sunda (Latin, {})|ID Indonesia|IDR Rupee Indonésia
        su|Basa Sunda||ID Indonesia|IDR Rupee Indonésia
        sv|svenska||AX Åland;FI Finland;SE Sverige|EUR euro;SEK svensk krona
        sw|Kiswahili||CD Jamhuri ya Kidemokrasia ya Kongo;KE Kenya;TZ Tanzania;UG Uganda|CDF Faranga ya Kongo;KES Shilingi ya Kenya;TZS Shilingi ya Tanzania;UGX Shilingi ya Uganda
        ta|தமிழ்||IN இந்தியா;LK இலங்கை;MY மலேசியா;SG சிங்கப்பூர்|INR இந்திய ரூபாய்;LKR இலங்கை ரூபாய்;MYR மலேஷியன் ரிங்கிட்;SGD சிங்கப்பூர் டாலர்
        teo|Kiteso||KE Kenia;UG Uganda|KES Ango’otol lok’ Kenya;UGX Ango’otol lok’ Uganda
        te|తెలుగు||IN భారతదేశం|INR భారతదేశ రూపాయి
        tg|тоҷикӣ||TJ Тоҷикистон|TJS Сомонӣ
        th|ไทย||TH ไทย|THB บาท
        ti|ትግርኛ||ER ኤርትራ;ET ኢትዮጵያ|ERN ናቕፋ;ETB ብር
        tk|türkmen dili||TM Türkmenistan|TMT Türkmen manady
        to|lea fakatonga||TO Tonga|TOP Paʻanga fakatonga
        tr|Türkçe||CY Kıbrıs;TR Türkiye|TRY Türk Lirası
        tt|татар||RU Россия|RUB Россия сумы
        twq|Tasawaq senni||NE Nižer|XOF CFA Fraŋ (BCEAO)
        tzm|Tamaziɣt n laṭlaṣ||MA Meṛṛuk|MAD Derhem Umeṛṛuki
        ug|ئۇيغۇرچە||CN جۇڭگو|CNY جۇڭگو يۈەنى
        uk|українська||UA Україна|UAH українська гривня
        ur|اردو||IN بھارت;PK پاکستان|INR بھارتی روپیہ;PKR پاکستانی روپیہ
        uz-AF|اوزبیک (افغانستان)
        uz-Arab|اوزبیک (عربی)|اوزبیک (عربی, {})|AF افغانستان|AFN افغانی
        uz-Cyrl|ўзбекча (Кирил)|ўзбекча (Кирил, {})|UZ Ўзбекистон|UZS Ўзбекистон сўм
        uz-Latn|o‘zbek (lotin)|o‘zbek (lotin, {})|UZ Oʻzbekiston|UZS O‘zbekiston so‘mi
        uz|o‘zbek||AF افغانستان;UZ Oʻzbekiston|AFN افغانی;UZS O‘zbekiston so‘mi
        vai-Latn|Vai (Latin)||LR Laibhiya|LRD Laibhiya Dala
        vai-Vaii|Vai (Vai)||LR ꕞꔤꔫꕩ|LRD ꕞꔤꔫꕩ ꕜꕞꕌ
        vai|ꕙꔤ||LR ꕞꔤꔫꕩ|LRD ꕞꔤꔫꕩ ꕜꕞꕌ
        vi|Tiếng Việt||VN Việt Nam|VND Đồng Việt Nam
        vun|Kyivunjo||TZ Tanzania|TZS Shilingi ya Tanzania
        wae|Walser||CH Schwiz|CHF CHF
        wo|Wolof||SN Senegaal|XOF Franc CFA bu Afrik Sowwu-jant
        xh|IsiXhosa||ZA EMzantsi Afrika|ZAR IRandi yaseMzantsi Afrika
        xog|Olusoga||UG Yuganda|UGX Silingi eya Yuganda
        yav|nuasue||CM Kemelún|XAF XAF
        yi|ייִדיש||001 וועלט
        yo|Èdè Yorùbá||BJ Bɛ̀nɛ̀;NG Nàìjíríà|NGN Náírà Nàìjíríà;XOF Faransì ìwɔ̀-oorùn Afíríkà
        yrl-CO|ñengatú (Kurũbiya)
        yrl-VE|ñengatú (Wenesuera)
        yrl|nheẽgatu||BR Brasiu;CO Kurũbiya;VE Wenesuera|BRL Reau Brasiuwara;COP Peso Kurũbiyawara;VES Buriwari Wenesuerawara
        yue-CN|粤语 (中华人民共和国)
        yue-Hans|粤语 (简体)|粤语 (简体，{})|CN 中华人民共和国|CNY 人民币
        yue-Hant|粵語 (繁體)|粵語 (繁體，{})|HK 中華人民共和國香港特別行政區|HKD 港幣
        yue|粵語||CN 中华人民共和国;HK 中華人民共和國香港特別行政區|CNY 人民币;HKD 港幣
        zgh|ⵜⴰⵎⴰⵣⵉⵖⵜ||MA ⵍⵎⵖⵔⵉⴱ|MAD ⴰⴷⵔⵉⵎ ⵏ ⵍⵎⵖⵔⵉⴱ
        zh-Hans|中文（简体）|中文（简体，{}）|CN 中国;HK 中国香港特别行政区;MO 中国澳门特别行政区;SG 新加坡|CNY 人民币;HKD 港元;MOP 澳门币;SGD 新加坡元
        zh-Hant-TW|中文（繁體，台灣）
        zh-Hant|中文（繁體）|中文（繁體字，{}）|HK 中國香港特別行政區;MO 中國澳門特別行政區;TW 台灣|HKD 港元;MOP 澳門元;TWD 新台幣
        zh|中文|中文（{}）|CN 中国;HK 中國香港特別行政區;MO 中國澳門特別行政區;SG 新加坡;TW 台灣|CNY 人民币;HKD 港元;MOP 澳門元;SGD 新加坡元;TWD 新台幣
        zu|isiZulu||ZA iNingizimu Afrika|ZAR i-South African Rand

        """;
}
