using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>A registered reminder as its grain holds it; the ETag says which registration.</summary>
[GenerateSerializer, Immutable]
internal sealed record ReminderHandle(GrainId GrainId, string ReminderName, string ETag) : IGrainReminder;
