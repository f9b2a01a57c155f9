using System.Globalization;

namespace XttsSaas.Cli.Parity;

/// <summary>A report as plain lines on standard output, one a row, in columns that also fit a log.</summary>
internal static class ParityTable
{
    public static void Write(ParityReport report)
    {
        var name = report.Cases.Select(row => row.Name.Length).DefaultIfEmpty(0).Max();
        Console.WriteLine($"{"case".PadRight(name)}  {"engine",-11}  {"max abs",9}  {"relative",9}  {"tolerance",9}  result");
        foreach (var row in report.Cases)
        {
            Console.WriteLine(
                $"{row.Name.PadRight(name)}  {row.Engine,-11}  {Number(row.MaxAbs),9}  {Number(row.Rel),9}  {Number(row.Atol),9}  {(row.Passed ? "ok  " : "FAIL")}  {row.Note}");
        }
        Console.WriteLine($"{report.Passed} passed, {report.Failed} failed");
    }

    private static string Number(double? value) => value is { } number && !double.IsNaN(number) ? number.ToString("0.00e+00", CultureInfo.InvariantCulture) : "-";
}
