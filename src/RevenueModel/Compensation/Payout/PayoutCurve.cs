using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A payout curve: the pay for each attainment, both as ratios to target. An attainment of 1 is 100% of
/// quota, and a payout of 1 is 100% of target pay.</summary>
/// <remarks>
/// <para>
/// The rate of a tier is a multiple of the rate at target: 1.5 is an accelerator, which pays 50% more, and 0.5 is a
/// decelerator. <see cref="PayoutCalculator"/> evaluates a curve.
/// </para>
/// <para>Immutable; equal by value. The order of evaluation is: tiers, threshold, cap.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets the curve that pays in proportion to attainment, without threshold or cap.</summary>
    public static PayoutCurve Linear { get; } = Of(Tier.AtLeast(0m, 1m));

    /// <summary>Gets the tiers by attainment. Their rates are multiples of the rate at target.</summary>
    public TierSchedule Tiers { get; }

    /// <summary>Gets the attainment below which nothing is paid; zero if the curve has no threshold.</summary>
    /// <remarks>The threshold follows the boundary rule of the tiers: if boundaries belong to the lower tier, nothing
    /// is paid at the threshold itself.</remarks>
    public decimal Threshold { get; }

    /// <summary>Gets the rule for attainment below the threshold, once the threshold is reached.</summary>
    public ThresholdRule ThresholdRule { get; }

    /// <summary>Gets the attainment above which pay does not increase, or <see langword="null"/> if pay is not
    /// capped.</summary>
    public decimal? AttainmentCap { get; }

    internal TierFunction Function { get; }

    /// <summary>Creates a curve of tiers whose boundaries belong to the upper tier: reaching 100% earns the rate from
    /// 100%.</summary>
    /// <param name="tiers">The tiers by attainment; the last tier has no end.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">The tiers do not form a schedule, or the last tier has an end. The message
    /// names them.</exception>
    public static PayoutCurve Of(params ReadOnlySpan<Tier> tiers) => Of(TierSchedule.Of(tiers));

    /// <inheritdoc cref="Of(ReadOnlySpan{Tier})"/>
    public static PayoutCurve Of(IEnumerable<Tier> tiers) => Of(tiers.AsItems());

    /// <summary>Creates a curve of tiers.</summary>
    /// <param name="tiers">The tiers by attainment; the last tier has no end.</param>
    /// <exception cref="ArgumentException">The last tier has an end, so a higher attainment would have no payout; or
    /// the first tier includes zero and has a flat amount, which would be paid for zero attainment.</exception>
    /// <returns>The curve.</returns>
    public static PayoutCurve Of(TierSchedule tiers)
    {
        Guard.Against.Null(tiers);
        if (tiers.Boundary == TierBoundary.ToUpperTier && tiers.Tiers[0].FlatAmount is > 0m and var flat)
        {
            throw new ArgumentException(
                Invariant($"The first tier of a payout curve had a flat amount of {flat}, which zero attainment ")
                    + "would pay; none is expected.",
                nameof(tiers));
        }

        return tiers.UpTo is { } end
            ? throw new ArgumentException(
                Invariant($"The last tier of a payout curve ends at {end}; an open last tier is expected ")
                    + "(WithCap caps the pay).",
                nameof(tiers))
            : new PayoutCurve(tiers, threshold: 0m, default, attainmentCap: null);
    }

    /// <summary>Creates a curve through points, linear between them and constant above the last one.</summary>
    /// <param name="points">The points in ascending order of attainment; at least one. A point with zero attainment
    /// and zero payout is added if it is missing.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, the attainments are not ascending, or a value is
    /// negative. The message names it.</exception>
    public static PayoutCurve Through(params ReadOnlySpan<PayoutPoint> points)
    {
        if (points.IsEmpty)
        {
            throw new ArgumentException("points had no point; a curve has at least one.", nameof(points));
        }

        points = points[0] == default && points.Length > 1 ? points[1..] : points; // every curve starts at zero
        var tiers = new Tier[points.Length + 1];
        decimal from = 0m;
        for (int i = 0; i < points.Length; i++)
        {
            (decimal attainment, decimal payout) = points[i];
            if (attainment <= from)
            {
                throw new ArgumentException(
                    Invariant($"points had an attainment of {attainment} after one of {from}; ascending attainments ")
                        + "are expected.",
                    nameof(points));
            }

            if (payout < 0m)
            {
                throw new ArgumentException(
                    Invariant($"points had a payout of {payout} at an attainment of {attainment}; zero or more is ")
                        + "expected.",
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

    /// <summary>Returns the curve with a threshold.</summary>
    /// <param name="threshold">The attainment below which nothing is paid, as a ratio; zero or more.</param>
    /// <param name="rule">The rule for attainment below the threshold, once the threshold is reached. Default: all of
    /// it is paid.</param>
    /// <returns>A new curve.</returns>
    /// <exception cref="ArgumentException">The threshold is negative or not below the cap, or the rule is not
    /// defined.</exception>
    public PayoutCurve WithThreshold(decimal threshold, ThresholdRule rule = ThresholdRule.PaysFromFirstUnit)
    {
        RequireBelow(Guard.Against.BelowZero(threshold), AttainmentCap, nameof(threshold));
        return new PayoutCurve(Tiers, threshold, Guard.Against.Undefined(rule), AttainmentCap);
    }

    /// <summary>Returns the curve with a cap by attainment.</summary>
    /// <param name="attainment">The attainment above which pay does not increase, as a ratio; above zero.</param>
    /// <returns>A new curve.</returns>
    /// <exception cref="ArgumentException">The cap is not above zero, or not above the threshold.</exception>
    public PayoutCurve WithCap(decimal attainment)
    {
        RequireBelow(Threshold, Guard.Against.NotPositive(attainment), nameof(attainment));
        return new PayoutCurve(Tiers, Threshold, ThresholdRule, attainment);
    }

    /// <summary>Returns whether both have the same tiers, threshold and cap.</summary>
    /// <param name="other">The other curve; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(PayoutCurve? other) =>
        other is not null
        && Tiers == other.Tiers
        && Threshold == other.Threshold
        && ThresholdRule == other.ThresholdRule
        && AttainmentCap == other.AttainmentCap;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tiers, Threshold, ThresholdRule, AttainmentCap);

    /// <summary>Returns a readable description, such as <c>1x from 0% to 100%, 1.5x from 100%, capped at
    /// 250%</c>.</summary>
    public override string ToString()
    {
        string threshold = Threshold > 0m
            ? Invariant($", nothing below {Threshold * 100m:0.##}%")
                + (ThresholdRule == ThresholdRule.PaysAboveThreshold ? " nor for it" : "")
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
                Invariant($"Threshold was {threshold} and AttainmentCap {cap}; a threshold below the cap is ")
                    + "expected.",
                name);
        }
    }
}

/// <summary>The rule for attainment below a threshold, once the threshold is reached.</summary>
public enum ThresholdRule
{
    /// <summary>The attainment below the threshold is paid by the curve: reaching the threshold pays from the first
    /// unit. The default; also called a cliff.</summary>
    PaysFromFirstUnit = 0,

    /// <summary>The attainment below the threshold is not paid: only the increase of the curve above the threshold is
    /// paid.</summary>
    PaysAboveThreshold = 1,
}
