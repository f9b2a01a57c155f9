using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Czech: no ordinals at all, and euro as the only currency of ours; the fraction of a decimal is one number.</summary>
internal sealed class CzechNumberWords : INumberWords
{
    private static readonly WestSlavicCardinal Words = new(
        [
            "nula", "jedna", "dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět", "deset", "jedenáct", "dvanáct", "třináct",
            "čtrnáct", "patnáct", "šestnáct", "sedmnáct", "osmnáct", "devatenáct",
        ],
        ["", "", "dvacet", "třicet", "čtyřicet", "padesát", "šedesát", "sedmdesát", "osmdesát", "devadesát"],
        ["", "sto", "dvěstě", "třista", "čtyřista", "pětset", "šestset", "sedmset", "osmset", "devětset"],
        [
            ["tisíc", "tisíce", "tisíc"],
            ["milion", "miliony", "milionů"],
            ["miliarda", "miliardy", "miliard"],
            ["bilion", "biliony", "bilionů"],
            ["biliarda", "biliardy", "biliard"],
            ["trilion", "triliony", "trilionů"],
            ["triliarda", "triliardy", "triliard"],
            ["kvadrilion", "kvadriliony", "kvadrilionů"],
            ["kvadriliarda", "kvadriliardy", "kvadriliard"],
            ["quintillion", "quintilliony", "quintillionů"],
        ]);

    public string? Cardinal(BigInteger value) => Words.Say(value);

    public string? Ordinal(BigInteger value) => null;

    public string? Decimal(string number) => Words.SayDecimal(number, "celá");

    public string? Currency(string amount, string currency) =>
        MoneyAmount.Say(amount, Names(currency), Words.Say, WestSlavicCardinal.Plural);

    private static (string[] Units, string[] Cents)? Names(string currency) =>
        currency == "EUR" ? (["euro", "euro", "euro"], ["cent", "centy", "centů"]) : null;
}
