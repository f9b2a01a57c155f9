namespace XttsSaas.Domain.Ports;

/// <summary>Which people belong to which tenants.</summary>
public interface IMembershipStore
{
    Task AddAsync(Membership membership, CancellationToken cancellationToken);

    Task<IReadOnlyList<Membership>> ListAsync(UserId user, CancellationToken cancellationToken);
}
