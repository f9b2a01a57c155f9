using System.Globalization;

namespace XttsSaas.Cli.Judging;

/// <summary>A report as plain lines.</summary>
internal static class EvalTable
{
    public static void Write(TextWriter output, EvalReport report)
    {
        output.WriteLine($"{"language",-10}{"sentences",10}{"retrieved",11}{"no stop",9}{"length",8}{"pitch",8}{"MCD dB",8}");
        foreach (var row in report.Languages)
            output.WriteLine($"{row.Language,-10}{row.Sentences,10}{Percent(row.Retrieval),11}{row.StopFailures,9}{Number(row.LengthRatio),8}{Percent(row.PitchWithinSemitone),8}{Number(row.MelCepstralDistortion),8}");
        output.WriteLine();
        if (report is { Recognised: { } own, SourceRecognised: { } source })
            output.WriteLine($"recognised {Percent(own)}, the source recordings {Percent(source)}: {Percent(report.Relative ?? 0)} of them");
        output.WriteLine($"similarity of the speakers {Number(report.SimilarityOwn)} to their own references, {Number(report.SimilarityOthers)} to those of strangers");
        if (report.Cloning is { } cloning)
        {
            output.WriteLine(
                $"cloning: {cloning.OwnNearest} of {cloning.Speakers} unseen speakers nearest to themselves by the speaker encoder, {cloning.SpectrumOwnNearest} by pitch and spectrum; "
                + $"similarity {Number(cloning.SimilarityOwn)} to the own reference, {Number(cloning.SimilarityOthers)} to others");
        }

        output.WriteLine($"{Number(report.CodesPerCharacter)} codes per character, real-time factor {Number(report.Rtf)}, judged in {report.Seconds.ToString("0", CultureInfo.InvariantCulture)} s");
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
