namespace XttsSaas.Xtts.Pickle;

/// <summary>A value that holds values. <see cref="Depth"/> is how deep it was nested when its last element came in.</summary>
internal abstract class PickleContainer
{
    public int Depth { get; private set; } = 1;

    protected void Hold(object? value)
    {
        if (value is PickleContainer inner && inner.Depth >= Depth)
            Depth = inner.Depth + 1;
    }
}
