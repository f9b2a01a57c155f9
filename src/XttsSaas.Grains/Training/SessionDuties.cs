namespace XttsSaas.Grains.Training;

/// <summary>
/// What an ended session still owes to others. Stored together with the end and struck off once done, so that a crash
/// in between is made good by recovery; each duty may be done twice.
/// </summary>
[Flags]
public enum SessionDuties
{
    None = 0,
    ReleaseLease = 1,
    AddVersion = 2,
    RecordUsage = 4,
}
