using XttsSaas.Domain.Plans;

namespace XttsSaas.Domain.Quotas;

/// <summary>
/// One tenant's characters in one period. Invariants: used + reserved never exceeds the limit through a reservation;
/// a settlement never takes more than its reservation; a request holds one slot from reservation to settlement or
/// release. A reservation nobody settles lapses, so a lost request does not hold its slot for ever.
/// </summary>
public sealed class QuotaMeter
{
    /// <summary>Longer than any request may take.</summary>
    public static readonly TimeSpan ReservationLifetime = TimeSpan.FromMinutes(30);

    private readonly Dictionary<RequestId, Reservation> _reservations = [];

    /// <param name="used">Characters already delivered in the period, from the ledger.</param>
    public QuotaMeter(long used)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        Used = used;
    }

    public long Used { get; private set; }

    public long Reserved { get; private set; }

    public int Active => _reservations.Count;

    /// <summary>Sets characters aside; the same request again changes nothing.</summary>
    public Result Reserve(Plan plan, RequestId request, int characters, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(characters);
        Expire(now);
        if (_reservations.ContainsKey(request))
            return Result.Success;
        if (_reservations.Count >= plan.ConcurrentRequests)
            return new Error(ErrorCode.TooManyRequests, $"Plan {plan.Name} allows {plan.ConcurrentRequests} requests at a time; wait for one to finish.");
        var left = Math.Max(0, plan.CharactersPerMonth - Used - Reserved);
        if (characters > left)
            return new Error(ErrorCode.QuotaExceeded, $"{characters} characters were asked for and {left} are left this month; shorten the text, change the plan or wait for the next month.");
        _reservations.Add(request, new Reservation(characters, now));
        Reserved += characters;
        return Result.Success;
    }

    /// <summary>
    /// How many characters a settlement may record: what was delivered, at most what was reserved. A delivery whose
    /// reservation is gone (a restart, a lapse) is still a fact and counts in full.
    /// </summary>
    public int Billable(RequestId request, int delivered)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delivered);
        return _reservations.TryGetValue(request, out var reservation) ? Math.Min(delivered, reservation.Characters) : delivered;
    }

    /// <summary>Counts recorded characters and frees the request's reservation.</summary>
    public void Settle(RequestId request, int billed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(billed);
        Release(request);
        Used += billed;
    }

    /// <summary>Frees a reservation; an unknown one is ignored.</summary>
    public void Release(RequestId request)
    {
        if (_reservations.Remove(request, out var reservation))
            Reserved -= reservation.Characters;
    }

    /// <summary>Frees every reservation older than <see cref="ReservationLifetime"/>.</summary>
    public void Expire(DateTimeOffset now)
    {
        var lapsed = _reservations.Where(r => now - r.Value.At > ReservationLifetime).Select(r => r.Key).ToArray();
        foreach (var request in lapsed)
            Release(request);
    }

    /// <summary>Starts the next period: reservations stay, for their requests still run.</summary>
    public void StartPeriod(long used)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        Used = used;
    }

    private readonly record struct Reservation(int Characters, DateTimeOffset At);
}
