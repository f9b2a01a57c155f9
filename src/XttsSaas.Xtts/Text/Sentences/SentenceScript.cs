using System.Globalization;
using System.Text;

namespace XttsSaas.Xtts.Text.Sentences;

/// <summary>What the sentence rules know about single characters. The sets are those of spaCy's blank pipelines.</summary>
internal static class SentenceScript
{
    /// <summary>Marks of many scripts that end a sentence when they stand as a token of their own.</summary>
    private static readonly HashSet<int> Terminators =
    [
        .. ("!.?։؟۔܀܁܂߹।॥၊။።፧፨᙮᜵᜶᠃᠉᥄᥅᪨᪩᪪᪫᭚᭛᭞᭟᰻᰼᱾᱿‼‽⁇⁈⁉⸮⸼꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫﹒﹖﹗！．？｡。"
            + "𐩖𐩗𑁇𑁈𑂾𑂿𑃀𑃁𑅁𑅂𑅃𑇅𑇆𑇍𑇞𑇟𑈸𑈹𑈻𑈼𑊩𑑋𑑌𑗂𑗃𑗉𑗊𑗋𑗌𑗍𑗎𑗏𑗐𑗑𑗒𑗓𑗔𑗕𑗖𑗗𑙁𑙂𑜼𑜽𑜾𑩂𑩃𑪛𑪜𑱁𑱂𖩮𖩯𖫵𖬷𖬸𖭄𛲟𝪈").EnumerateRunes().Select(rune => rune.Value),
    ];

    private const string Marks = "…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪";
    private const string Quotes = "'\"”“`‘´’‚„»«「」『』（）〔〕【】《》〈〉⟦⟧";
    private const string Dashes = "—–";
    private const string BeforeAFullStop = "%²-+|";

    /// <summary>Scripts without capitals; their letters, and the marks in between, count as both capital and small.</summary>
    private static readonly (int First, int Last)[] Uncased =
    [
        (0x0591, 0x05F4), (0x0620, 0x064A), (0x066E, 0x06D5), (0x06E5, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08BD), (0x0900, 0x097F),
        (0x0980, 0x09FF), (0x0B80, 0x0BFF), (0x0C00, 0x0CFF), (0x0D80, 0x0DFF), (0x1100, 0x11FF), (0x1200, 0x137F), (0x2E80, 0x2FDF),
        (0x2FF0, 0x30FF), (0x31C0, 0x31EF), (0x3200, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0xFB1D, 0xFD3D),
        (0xFD50, 0xFDC7), (0xFDF0, 0xFDFB), (0xFE30, 0xFE4F), (0xFE70, 0xFEFC), (0x1EE00, 0x1EEBB), (0x1F200, 0x1F2FF), (0x20000, 0x2FA1F),
    ];

    public static bool IsTerminator(Rune rune) => Terminators.Contains(rune.Value);

    public static bool IsPunctuation(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    /// <summary>Is taken off the front of a word.</summary>
    public static bool IsPrefix(Rune rune) => IsMarkOrQuote(rune) || In("§%=—–", rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol;

    /// <summary>Is taken off the end of a word.</summary>
    public static bool IsSuffix(Rune rune) => IsMarkOrQuote(rune) || In(Dashes, rune) || IsIcon(rune);

    /// <summary>Pictures stand alone, also inside a word.</summary>
    public static bool IsIcon(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    /// <summary>A full stop after this is a token of its own.</summary>
    public static bool MayPrecedeFullStop(Rune rune, string language) => IsLower(rune) || rune.Value is >= '0' and <= '9' || In(BeforeAFullStop, rune)
        || In(Marks, rune) || IsQuote(rune, language);

    /// <summary>In Spanish dashes quote, too.</summary>
    public static bool IsQuote(Rune rune, string language) => In(Quotes, rune) || (language == "es" && In(Dashes, rune));

    public static bool IsLower(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.LowercaseLetter || IsUncased(rune);

    public static bool IsUpper(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter || IsUncased(rune);

    private static bool IsMarkOrQuote(Rune rune) => In(Marks, rune) || In(Quotes, rune);

    private static bool IsUncased(Rune rune) => Array.Exists(Uncased, range => rune.Value >= range.First && rune.Value <= range.Last);

    private static bool In(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);
}
