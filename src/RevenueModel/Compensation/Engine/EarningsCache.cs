namespace RevenueModel.Compensation;

/// <summary>Caches the earnings of a ledger while they are in use, so that they are computed once for all statements.
/// The cache has no effect on the equality of ledgers.</summary>
/// <remarks>The reference is weak: a stored ledger does not keep its earnings in memory.</remarks>
internal sealed class EarningsCache : IEquatable<EarningsCache>
{
    private WeakReference<Earnings>? _earnings;

    public Earnings Of(CompLedger ledger)
    {
        if (_earnings is { } reference && reference.TryGetTarget(out Earnings? known))
        {
            return known;
        }

        var earnings = new Earnings(ledger);
        _earnings = new WeakReference<Earnings>(earnings);
        return earnings;
    }

    public bool Equals(EarningsCache? other) => other is not null;

    public override bool Equals(object? obj) => obj is EarningsCache;

    public override int GetHashCode() => 0;
}
