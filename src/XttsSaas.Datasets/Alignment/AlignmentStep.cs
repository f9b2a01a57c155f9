namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// How a pair (i, j) was reached most cheaply: with how many regions and units, and spoken over expected seconds. The
/// ratio is 0 where a region or a unit was left out.
/// </summary>
internal readonly record struct AlignmentStep(double Cost, int Regions, int Units, double Ratio);
