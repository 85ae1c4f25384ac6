using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What each attainment pays, both as ratios to target: 1 is 100% of quota, and 100% of target pay.</summary>
/// <remarks>
/// <para>
/// The rate of a tier is a multiple of the rate at target: 1.5 is an accelerator that pays half as much again, 0.5 a
/// decelerator. <see cref="PayoutCalculator"/> evaluates a curve.
/// </para>
/// <para>Immutable; equal by value. The order is: tiers, then the threshold, then the cap.</para>
/// </remarks>
public sealed record PayoutCurve
{
    private PayoutCurve(TierSchedule tiers, decimal threshold, ThresholdRule thresholdRule, decimal? attainmentCap)
    {
        Tiers = tiers;
        Threshold = threshold;
        ThresholdRule = thresholdRule;
        AttainmentCap = attainmentCap;
        TierFunction function = tiers.Function;
        if (threshold > 0m)
        {
            decimal below = thresholdRule == ThresholdRule.PaysAboveThreshold ? function.AmountAt(threshold) : 0m;
            function = function.StartingAt(threshold, below);
        }

        Function = attainmentCap is { } cap ? function.EndingAt(cap) : function;
    }

    /// <summary>Pay in proportion to attainment, without threshold or cap.</summary>
    public static PayoutCurve Linear { get; } = Of(Tier.AtLeast(0m, 1m));

    /// <summary>The tiers, over attainment, with multiples of the rate at target.</summary>
    public TierSchedule Tiers { get; }

    /// <summary>The attainment below which nothing is paid; zero where there is none.</summary>
    /// <remarks>It is reached as tiers are: where boundaries belong to the lower tier, nothing is paid at the threshold
    /// itself either.</remarks>
    public decimal Threshold { get; }

    /// <summary>What is paid for the attainment below the threshold once it is reached.</summary>
    public ThresholdRule ThresholdRule { get; }

    /// <summary>The attainment beyond which no more is paid, or <see langword="null"/> where pay is not capped.</summary>
    public decimal? AttainmentCap { get; }

    internal TierFunction Function { get; }

    /// <summary>Creates a curve of tiers whose boundaries belong to the upper one: reaching 100% earns the rate from
    /// 100%.</summary>
    /// <param name="tiers">The tiers over attainment, the last one open.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">The tiers make no schedule, or the last one ends; the message names
    /// them.</exception>
    public static PayoutCurve Of(params ReadOnlySpan<Tier> tiers) => Of(TierSchedule.Of(tiers));

    /// <inheritdoc cref="Of(ReadOnlySpan{Tier})"/>
    public static PayoutCurve Of(IEnumerable<Tier> tiers) => Of(tiers.AsItems());

    /// <summary>A curve of tiers.</summary>
    /// <param name="tiers">The tiers over attainment, the last one open.</param>
    /// <exception cref="ArgumentException">The last tier ends, so that some attainment would have no pay, or the first, to which
    /// zero belongs, has a flat amount, which attaining nothing would pay.</exception>
    public static PayoutCurve Of(TierSchedule tiers)
    {
        Guard.Against.Null(tiers);
        if (tiers.Boundary == TierBoundary.ToUpperTier && tiers.Tiers[0].FlatAmount is > 0m and var flat)
        {
            throw new ArgumentException(
                Invariant($"The first tier of a payout curve had a flat amount of {flat}, which nothing attained would pay; none is expected."),
                nameof(tiers));
        }

        return tiers.UpTo is { } end
            ? throw new ArgumentException(
                Invariant($"The last tier of a payout curve ends at {end}; an open last tier is expected (WithCap caps the pay)."),
                nameof(tiers))
            : new PayoutCurve(tiers, threshold: 0m, default, attainmentCap: null);
    }

    /// <summary>Creates a curve through points, straight between them and flat beyond the last one.</summary>
    /// <param name="points">Attainments in ascending order and what each pays. The curve starts at zero, which pays
    /// nothing, whether or not it is among them.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, the attainments do not ascend, or a value is negative; the
    /// message names it.</exception>
    public static PayoutCurve Through(params ReadOnlySpan<PayoutPoint> points)
    {
        if (points.IsEmpty)
        {
            throw new ArgumentException("points had no point; a curve has at least one.", nameof(points));
        }

        points = points[0] == default && points.Length > 1 ? points[1..] : points; // where every curve starts
        var tiers = new Tier[points.Length + 1];
        decimal from = 0m;
        for (int i = 0; i < points.Length; i++)
        {
            (decimal attainment, decimal payout) = points[i];
            if (attainment <= from)
            {
                throw new ArgumentException(
                    Invariant($"points had an attainment of {attainment} after one of {from}; ascending attainments are expected."),
                    nameof(points));
            }

            if (payout < 0m)
            {
                throw new ArgumentException(
                    Invariant($"points had a payout of {payout} at an attainment of {attainment}; zero or more is expected."),
                    nameof(points));
            }

            tiers[i] = Tier.Interpolated(from, attainment, payout);
            from = attainment;
        }

        tiers[^1] = Tier.AtLeast(from, 0m);
        return Of(tiers);
    }

    /// <inheritdoc cref="Through(ReadOnlySpan{PayoutPoint})"/>
    public static PayoutCurve Through(IEnumerable<PayoutPoint> points) => Through(points.AsItems());

    /// <summary>The curve with a threshold.</summary>
    /// <param name="threshold">The attainment below which nothing is paid, zero or more.</param>
    /// <param name="rule">What is paid for the attainment below it once it is reached; all of it unless said.</param>
    /// <exception cref="ArgumentException">The threshold is negative or not below the cap.</exception>
    public PayoutCurve WithThreshold(decimal threshold, ThresholdRule rule = ThresholdRule.PaysFromFirstUnit)
    {
        RequireBelow(Guard.Against.BelowZero(threshold), AttainmentCap, nameof(threshold));
        return new PayoutCurve(Tiers, threshold, Guard.Against.Undefined(rule), AttainmentCap);
    }

    /// <summary>The curve with a cap by attainment.</summary>
    /// <param name="attainment">The attainment beyond which no more is paid, above zero.</param>
    /// <exception cref="ArgumentException">The cap is not above zero, or not above the threshold.</exception>
    public PayoutCurve WithCap(decimal attainment)
    {
        RequireBelow(Threshold, Guard.Against.NotPositive(attainment), nameof(attainment));
        return new PayoutCurve(Tiers, Threshold, ThresholdRule, attainment);
    }

    /// <summary>Whether both pay by the same tiers, threshold and cap.</summary>
    public bool Equals(PayoutCurve? other) =>
        other is not null
        && Tiers == other.Tiers
        && Threshold == other.Threshold
        && ThresholdRule == other.ThresholdRule
        && AttainmentCap == other.AttainmentCap;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tiers, Threshold, ThresholdRule, AttainmentCap);

    /// <summary>The curve in words: <c>1x from 0% to 100%, 1.5x from 100%, capped at 250%</c>.</summary>
    public override string ToString()
    {
        string threshold = Threshold > 0m
            ? Invariant($", nothing below {Threshold * 100m:0.##}%{(ThresholdRule == ThresholdRule.PaysAboveThreshold ? " nor for it" : "")}")
            : "";
        string cap = AttainmentCap is { } most ? Invariant($", capped at {most * 100m:0.##}%") : "";
        string tiers = Tiers == Linear.Tiers ? "in proportion" : string.Join(", ", Tiers.Tiers.Select(Words));
        return tiers + threshold + cap;
    }

    private static string Words(Tier tier)
    {
        string range = tier.UpTo is { } end
            ? Invariant($"from {tier.From * 100m:0.##}% to {end * 100m:0.##}%")
            : Invariant($"from {tier.From * 100m:0.##}%");
        string flat = tier.FlatAmount > 0m ? Invariant($" and {tier.FlatAmount * 100m:0.##}% once") : "";
        return tier.Mode switch
        {
            TierMode.Interpolated => Invariant($"{range} rising to {tier.AmountAtEnd * 100m:0.##}%"),
            TierMode.RetroactiveToFirstUnit => Invariant($"{tier.Rate:0.####}x of everything {range}{flat}"),
            TierMode.RetroactiveOnOverage => Invariant($"{tier.Rate:0.####}x of the overage {range}{flat}"),
            _ => Invariant($"{tier.Rate:0.####}x {range}{flat}"),
        };
    }

    private static void RequireBelow(decimal threshold, decimal? cap, string name)
    {
        if (threshold >= cap)
        {
            throw new ArgumentException(
                Invariant($"Threshold was {threshold} and AttainmentCap {cap}; a threshold below the cap is expected."),
                name);
        }
    }
}

/// <summary>What is paid for the attainment below a threshold, once the threshold is reached.</summary>
public enum ThresholdRule
{
    /// <summary>All of it, as the curve says: reaching the threshold pays from the first unit. The default; also called
    /// a cliff.</summary>
    PaysFromFirstUnit = 0,

    /// <summary>None of it: only what the curve adds above the threshold is paid.</summary>
    PaysAboveThreshold = 1,
}
