namespace XttsSaas.Xtts.Pickle;

/// <summary>How much a pickle may ask for. The official checkpoint needs about 40,000 opcodes, 10,000 memo entries and a depth of 6.</summary>
internal static class PickleLimits
{
    public const int Bytes = 16 << 20;
    public const int Opcodes = 1_000_000;
    public const int MemoEntries = 1 << 19;
    public const int Depth = 200;
    public const int TextBytes = 1 << 20;
    public const int LongBytes = 255;
    public const int Tensors = 100_000;
    public const int Rank = 8;
}
