using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Training;

/// <summary>
/// How far a reader of a session's curves has come: the last training step and the last validation step. Written
/// "40.20" it is the id of every event, so that a dropped connection goes on without loss and without repetition.
/// </summary>
public readonly record struct CurvePosition(int Train, int Validation)
{
    /// <summary>
    /// From where the store must be read. Within one step the training point comes first and may have been sent alone,
    /// so the last step is looked at again.
    /// </summary>
    public int ReadAfter => Math.Max(0, Train - 1);

    /// <summary>Text that is no position means the beginning.</summary>
    public static CurvePosition Parse(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2 && int.TryParse(parts[0], out var train) && int.TryParse(parts[1], out var validation) && train >= 0 && validation >= 0
            ? new CurvePosition(train, validation)
            : default;
    }

    public bool IsNew(TrainingMetric metric) => metric.Step > (metric.Validation ? Validation : Train);

    public CurvePosition Advance(TrainingMetric metric) => metric.Validation
        ? this with { Validation = Math.Max(Validation, metric.Step) }
        : this with { Train = Math.Max(Train, metric.Step) };

    public override string ToString() => $"{Train}.{Validation}";
}
