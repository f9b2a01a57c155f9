namespace XttsSaas.Abstractions.Training;

/// <summary>Queued → Running → Completed · Failed · Cancelled; a lost worker makes it Interrupted, which queues itself again.</summary>
public enum SessionState
{
    Queued,
    Running,
    Interrupted,
    Completed,
    Failed,
    Cancelled,
}
