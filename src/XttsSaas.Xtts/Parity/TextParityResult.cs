namespace XttsSaas.Xtts.Parity;

/// <summary>How the text rows of one language came out.</summary>
/// <param name="Language">As the rows name it.</param>
/// <param name="Rows">Rows compared; those where the reference failed are not.</param>
/// <param name="Exact">Rows that agree in everything that they say: every stage and every id.</param>
/// <param name="Passed">Whether enough of them do.</param>
/// <param name="Note">The rate, and the first row that differs.</param>
public sealed record TextParityResult(string Language, int Rows, int Exact, bool Passed, string Note);
