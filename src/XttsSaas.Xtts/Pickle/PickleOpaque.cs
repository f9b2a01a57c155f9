namespace XttsSaas.Xtts.Pickle;

/// <summary>A value that was skipped: a configuration object, a set, a number beyond 64 bits. Nothing is known of it.</summary>
internal sealed class PickleOpaque
{
    public static readonly PickleOpaque Value = new();

    private PickleOpaque()
    {
    }
}
