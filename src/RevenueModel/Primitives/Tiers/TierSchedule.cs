using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>The tiers that determine the amount due for a quantity: payout curves over attainment and prices over
/// usage. <see cref="TierCalculator"/> evaluates them.</summary>
/// <remarks>
/// Immutable; equal if the tiers are equal, in order, and the boundaries are equal. The tiers start at zero and follow
/// each other without gap or overlap; the last one may be open. Each has its own <see cref="TierMode"/>. Safe to share
/// between threads.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TierSchedule
{
    private TierSchedule(ReadOnlySpan<Tier> tiers, TierBoundary boundary)
    {
        Tiers = ValueList.Create(tiers);
        Boundary = boundary;
        Function = TierFunction.Of(tiers, boundary);
    }

    /// <summary>Gets the tiers in order, at least one.</summary>
    public ValueList<Tier> Tiers { get; }

    /// <summary>Gets the tier to which a quantity exactly between two tiers belongs.</summary>
    public TierBoundary Boundary { get; }

    /// <summary>Gets the quantity at which the last tier ends, or <see langword="null"/> if it is open.</summary>
    public decimal? UpTo => Tiers[Tiers.Count - 1].UpTo;

    internal TierFunction Function { get; }

    /// <summary>Creates a schedule whose boundaries belong to the upper tier, as in compensation plans.</summary>
    /// <param name="tiers">The tiers in order. The first starts at zero, and each other one where the one before
    /// ends.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">There is no tier, the first does not start at zero, or two tiers leave a
    /// gap, overlap or are out of order. The message names them.</exception>
    public static TierSchedule Of(params ReadOnlySpan<Tier> tiers) => Of(TierBoundary.ToUpperTier, tiers);

    /// <summary>Creates a schedule.</summary>
    /// <param name="boundary">The tier to which a quantity exactly between two tiers belongs.</param>
    /// <param name="tiers">The tiers in order. The first starts at zero, and each other one where the one before
    /// ends.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">There is no tier, the first does not start at zero, or two tiers leave a
    /// gap, overlap or are out of order. The message names them.</exception>
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
    /// <returns><see langword="true"/> if a schedule can be created from them.</returns>
    public static bool IsValid(ReadOnlySpan<Tier> tiers) => Conflict(tiers) is null;

    /// <inheritdoc cref="IsValid(ReadOnlySpan{Tier})"/>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> is null.</exception>
    public static bool IsValid(IEnumerable<Tier> tiers) => IsValid(tiers.AsItems());

    /// <summary>Returns whether both have equal tiers in the same order and the same boundary.</summary>
    /// <param name="other">The other schedule; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(TierSchedule? other) =>
        other is not null && Boundary == other.Boundary && Tiers == other.Tiers;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Boundary, Tiers);

    /// <summary>Returns the tiers, the same in every culture.</summary>
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
                return Invariant($"Tier {i} ends at {end} and tier {i + 1} starts at {from}, which {problem}; ")
                    + "each tier starts where the one before ends.";
            }
        }

        return null;
    }
}

/// <summary>The tier to which a quantity exactly between two tiers belongs.</summary>
/// <remarks>
/// With a retroactive rate or a flat amount, it determines where the amount jumps. With marginal tiers it determines
/// only the tier that is reported for the quantity.
/// </remarks>
public enum TierBoundary
{
    /// <summary>The upper tier: <c>[from, upTo)</c>. Compensation plans, in which reaching a threshold earns its rate.
    /// The default.</summary>
    ToUpperTier = 0,

    /// <summary>The lower tier: <c>(from, upTo]</c>. Price lists, in which "up to 1,000" includes the thousandth
    /// unit.</summary>
    ToLowerTier = 1,
}
