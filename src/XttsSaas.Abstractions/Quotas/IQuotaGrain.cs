namespace XttsSaas.Abstractions.Quotas;

/// <summary>
/// A tenant's limits (key: tenant id). Reserve before work, settle what was delivered, release the rest.
/// Reservations live in memory and the month-to-date meters are rebuilt from the ledger on activation, so a crash
/// frees what was never delivered and never forgets what was.
/// </summary>
[Alias("IQuotaGrain")]
public interface IQuotaGrain : IGrainWithStringKey
{
    /// <summary>Takes a concurrency slot and sets characters aside, or says which limit stands in the way.</summary>
    Task<Result> ReserveSpeechAsync(RequestId request, int characters);

    /// <summary>Writes the usage event (once per request id) and frees the reservation and the slot.</summary>
    Task<Result> SettleSpeechAsync(SpeechUsage usage);

    /// <summary>Frees a reservation that delivered nothing. Unknown ids are ignored.</summary>
    Task ReleaseSpeechAsync(RequestId request);

    /// <summary>Says whether another training session may be queued.</summary>
    Task<Result> CheckTrainingAsync();

    /// <summary>Writes a session's device time to the ledger, once per session id.</summary>
    Task RecordTrainingAsync(TrainingUsage usage);

    Task<QuotaSnapshot> GetAsync();
}
