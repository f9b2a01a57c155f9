namespace XttsSaas.Cli.Parity;

/// <summary>One case on one engine: the numbers are those of its worst output, which the note names. Text cases have a row per language.</summary>
/// <param name="Name">The case.</param>
/// <param name="Kind">What it computes.</param>
/// <param name="Engine">Who computed it; "-" for what nobody could.</param>
/// <param name="MaxAbs">Largest |a - b|.</param>
/// <param name="Rel">‖a - b‖ / ‖b‖.</param>
/// <param name="Atol">The absolute tolerance that applied.</param>
/// <param name="Passed">Whether every output is within its tolerance, or enough rows are exact.</param>
/// <param name="Note">The worst output, or what went wrong.</param>
/// <param name="Language">Of text cases.</param>
/// <param name="Rows">Text rows compared.</param>
/// <param name="Exact">Text rows that agree in every stage and id.</param>
internal sealed record ParityRow(
    string Name, string Kind, string Engine, double? MaxAbs, double? Rel, double? Atol, bool Passed, string Note,
    string? Language = null, int? Rows = null, int? Exact = null);
