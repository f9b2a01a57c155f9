namespace XttsSaas.Datasets.Alignment;

/// <summary>What a unit of text ends with: how natural a cut is there.</summary>
public enum UnitEnd
{
    Sentence,
    Clause,
    Word,
}
