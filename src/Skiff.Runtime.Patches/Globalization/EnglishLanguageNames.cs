namespace Skiff.Runtime.Globalization;

/// <summary>English names of languages, by ISO 639 code (the names of CLDR).</summary>
[AddTo(Bcl.CoreLib)]
internal static class EnglishLanguageNames
{
    public const string Table =
        """

        af|Afrikaans
        agq|Aghem
        ak|Akan
        am|Amharic
        ar|Arabic
        as|Assamese
        asa|Asu
        ast|Asturian
        az|Azerbaijani
        bas|Basaa
        be|Belarusian
        bem|Bemba
        bez|Bena
        bg|Bulgarian
        bgc|Haryanvi
        bho|Bhojpuri
        bm|Bambara
        bn|Bangla
        bo|Tibetan
        br|Breton
        brx|Bodo
        bs|Bosnian
        ca|Catalan
        ccp|Chakma
        ce|Chechen
        ceb|Cebuano
        cgg|Chiga
        chr|Cherokee
        ckb|Central Kurdish
        cs|Czech
        cv|Chuvash
        cy|Welsh
        da|Danish
        dav|Taita
        de|German
        dje|Zarma
        doi|Dogri
        dsb|Lower Sorbian
        dua|Duala
        dyo|Jola-Fonyi
        dz|Dzongkha
        ebu|Embu
        ee|Ewe
        el|Greek
        en|English
        eo|Esperanto
        es|Spanish
        et|Estonian
        eu|Basque
        ewo|Ewondo
        fa|Persian
        ff|Fula
        fi|Finnish
        fil|Filipino
        fo|Faroese
        fr|French
        fur|Friulian
        fy|Western Frisian
        ga|Irish
        gd|Scottish Gaelic
        gl|Galician
        gsw|Swiss German
        gu|Gujarati
        guz|Gusii
        gv|Manx
        ha|Hausa
        haw|Hawaiian
        he|Hebrew
        hi|Hindi
        hr|Croatian
        hsb|Upper Sorbian
        hu|Hungarian
        hy|Armenian
        ia|Interlingua
        id|Indonesian
        ig|Igbo
        ii|Sichuan Yi
        is|Icelandic
        it|Italian
        ja|Japanese
        jgo|Ngomba
        jmc|Machame
        jv|Javanese
        ka|Georgian
        kab|Kabyle
        kam|Kamba
        kde|Makonde
        kea|Kabuverdianu
        kgp|Kaingang
        khq|Koyra Chiini
        ki|Kikuyu
        kk|Kazakh
        kkj|Kako
        kl|Kalaallisut
        kln|Kalenjin
        km|Khmer
        kn|Kannada
        ko|Korean
        kok|Konkani
        ks|Kashmiri
        ksb|Shambala
        ksf|Bafia
        ksh|Colognian
        ku|Kurdish
        kw|Cornish
        ky|Kyrgyz
        lag|Langi
        lb|Luxembourgish
        lg|Ganda
        lkt|Lakota
        ln|Lingala
        lo|Lao
        lrc|Northern Luri
        lt|Lithuanian
        lu|Luba-Katanga
        luo|Luo
        luy|Luyia
        lv|Latvian
        mai|Maithili
        mas|Masai
        mer|Meru
        mfe|Morisyen
        mg|Malagasy
        mgh|Makhuwa-Meetto
        mgo|Metaʼ
        mi|Māori
        mk|Macedonian
        ml|Malayalam
        mn|Mongolian
        mni|Manipuri
        mr|Marathi
        ms|Malay
        mt|Maltese
        mua|Mundang
        my|Burmese
        mzn|Mazanderani
        naq|Nama
        nb|Norwegian Bokmål
        nd|North Ndebele
        ne|Nepali
        nl|Dutch
        nmg|Kwasio
        nn|Norwegian Nynorsk
        nnh|Ngiemboon
        no|Norwegian
        nus|Nuer
        nyn|Nyankole
        om|Oromo
        or|Odia
        os|Ossetic
        pa|Punjabi
        pcm|Nigerian Pidgin
        pl|Polish
        ps|Pashto
        pt|Portuguese
        qu|Quechua
        raj|Rajasthani
        rm|Romansh
        rn|Rundi
        ro|Romanian
        rof|Rombo
        ru|Russian
        rw|Kinyarwanda
        rwk|Rwa
        sa|Sanskrit
        sah|Yakut
        saq|Samburu
        sat|Santali
        sbp|Sangu
        sc|Sardinian
        sd|Sindhi
        se|Northern Sami
        seh|Sena
        ses|Koyraboro Senni
        sg|Sango
        shi|Tachelhit
        si|Sinhala
        sk|Slovak
        sl|Slovenian
        smn|Inari Sami
        sn|Shona
        so|Somali
        sq|Albanian
        sr|Serbian
        su|Sundanese
        sv|Swedish
        sw|Swahili
        ta|Tamil
        te|Telugu
        teo|Teso
        tg|Tajik
        th|Thai
        ti|Tigrinya
        tk|Turkmen
        to|Tongan
        tr|Turkish
        tt|Tatar
        twq|Tasawaq
        tzm|Central Atlas Tamazight
        ug|Uyghur
        uk|Ukrainian
        ur|Urdu
        uz|Uzbek
        vai|Vai
        vi|Vietnamese
        vun|Vunjo
        wae|Walser
        wo|Wolof
        xh|Xhosa
        xog|Soga
        yav|Yangben
        yi|Yiddish
        yo|Yoruba
        yrl|Nheengatu
        yue|Cantonese
        zgh|Standard Moroccan Tamazight
        zh|Chinese
        zu|Zulu

        """;
}
