using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>
/// What is due for a quantity, tier by tier: the engine of payout curves over attainment and of prices over usage.
/// <see cref="TierCalculator"/> evaluates it.
/// </summary>
/// <remarks>
/// Immutable; equal when the tiers are equal, in order, and the boundary is. The tiers start at zero and follow each
/// other without gap or overlap; the last one may be open. Each has a <see cref="TierMode"/> of its own. Safe to
/// share between threads.
/// </remarks>
public sealed record TierSchedule
{
    private TierSchedule(ReadOnlySpan<Tier> tiers, TierBoundary boundary)
    {
        Tiers = ValueList.Create(tiers);
        Boundary = boundary;
        Function = TierFunction.Of(tiers, boundary);
    }

    /// <summary>The tiers in order, at least one.</summary>
    public ValueList<Tier> Tiers { get; }

    /// <summary>Which tier a quantity exactly between two belongs to.</summary>
    public TierBoundary Boundary { get; }

    /// <summary>The quantity where the last tier ends, or <see langword="null"/> where it is open.</summary>
    public decimal? UpTo => Tiers[Tiers.Count - 1].UpTo;

    internal TierFunction Function { get; }

    /// <summary>Creates a schedule whose boundaries belong to the upper tier, as those of compensation plans do.</summary>
    /// <param name="tiers">The tiers in order: the first from zero, each from where the one before ends.</param>
    /// <exception cref="ArgumentException">There is no tier, the first does not start at zero, or two leave a gap,
    /// overlap or are out of order; the message names them.</exception>
    public static TierSchedule Of(params ReadOnlySpan<Tier> tiers) => Of(TierBoundary.ToUpperTier, tiers);

    /// <summary>Creates a schedule.</summary>
    /// <param name="boundary">Which tier a quantity exactly between two belongs to.</param>
    /// <param name="tiers">The tiers in order: the first from zero, each from where the one before ends.</param>
    /// <exception cref="ArgumentException">There is no tier, the first does not start at zero, or two leave a gap,
    /// overlap or are out of order; the message names them.</exception>
    public static TierSchedule Of(TierBoundary boundary, params ReadOnlySpan<Tier> tiers)
    {
        Guard.Against.Undefined(boundary);
        return Conflict(tiers) is { } conflict
            ? throw new ArgumentException(conflict, nameof(tiers))
            : new TierSchedule(tiers, boundary);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{Tier})"/>
    public static TierSchedule Of(IEnumerable<Tier> tiers) => Of(tiers.AsItems());

    /// <inheritdoc cref="Of(TierBoundary, ReadOnlySpan{Tier})"/>
    public static TierSchedule Of(TierBoundary boundary, IEnumerable<Tier> tiers) => Of(boundary, tiers.AsItems());

    /// <summary>Returns whether <see cref="Of(ReadOnlySpan{Tier})"/> accepts these tiers.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <returns>Whether a schedule can be made of them.</returns>
    public static bool IsValid(ReadOnlySpan<Tier> tiers) => Conflict(tiers) is null;

    /// <inheritdoc cref="IsValid(ReadOnlySpan{Tier})"/>
    public static bool IsValid(IEnumerable<Tier> tiers) => IsValid(tiers.AsItems());

    /// <summary>Whether both have equal tiers in the same order and the same boundary.</summary>
    public bool Equals(TierSchedule? other) =>
        other is not null && Boundary == other.Boundary && Tiers == other.Tiers;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Boundary, Tiers);

    /// <summary>The tiers in words.</summary>
    public override string ToString() =>
        string.Join("; ", Tiers) + (Boundary == TierBoundary.ToLowerTier ? " (each up to and including its end)" : "");

    private static string? Conflict(ReadOnlySpan<Tier> tiers)
    {
        if (tiers.IsEmpty)
        {
            return "tiers had no tier; a schedule has at least one.";
        }

        if (tiers[0].From != 0m)
        {
            return Invariant($"Tier 1 starts at {tiers[0].From}; the first tier of a schedule starts at 0.");
        }

        for (int i = 1; i < tiers.Length; i++)
        {
            decimal from = tiers[i].From;
            if (tiers[i - 1].UpTo is not { } end)
            {
                return Invariant($"Tier {i} is open and tier {i + 1} starts at {from}; only the last tier is open.");
            }

            if (from != end)
            {
                string problem = from > end ? "leaves a gap" : "overlaps it or is out of order";
                return Invariant($"Tier {i} ends at {end} and tier {i + 1} starts at {from}, which {problem}; each tier starts where the one before ends.");
            }
        }

        return null;
    }
}

/// <summary>Which of two tiers the quantity belongs to that lies exactly between them.</summary>
/// <remarks>It decides where the amount jumps: with a retroactive rate or a flat amount. Where tiers are marginal it
/// decides only which tier a quantity is said to lie in.</remarks>
public enum TierBoundary
{
    /// <summary>The upper one: <c>[from, upTo)</c>. Compensation plans, where reaching a threshold earns its rate; the
    /// default.</summary>
    ToUpperTier = 0,

    /// <summary>The lower one: <c>(from, upTo]</c>. Price lists, where "up to 1,000" includes the thousandth.</summary>
    ToLowerTier = 1,
}
