using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What a component pays for in one measurement period: its target and pay at target, prorated and ramped, with
/// its curve and cap.</summary>
/// <remarks>Immutable; equal by value. Made once for a person and period, and evaluated for each credit by
/// <see cref="CommissionCalculator"/>. Tiers are compared in credit, not in attainment, so that no quotient is rounded
/// before it meets a boundary.</remarks>
public sealed record ComponentTerms
{
    private readonly TierFunction _pay;
    private string? _explanation;
    private WholeTierFunction? _whole; // the same to a minor unit, made when it is first asked for

    /// <summary>Creates the terms of figures that are in range; an overflow is the caller's to name.</summary>
    internal ComponentTerms(decimal target, decimal targetPay, PayoutCurve curve, decimal? amountCap)
    {
        Target = target;
        TargetPay = targetPay;
        Curve = curve;
        AmountCap = amountCap;
        _pay = curve.Function.Scale(target, targetPay);
    }

    /// <summary>What attains 100%.</summary>
    public decimal Target { get; }

    /// <summary>The pay at 100%.</summary>
    public decimal TargetPay { get; }

    /// <summary>What each attainment pays.</summary>
    public PayoutCurve Curve { get; }

    /// <summary>The most that is paid, or <see langword="null"/>.</summary>
    public decimal? AmountCap { get; }

    /// <summary>Creates the terms of a measurement period.</summary>
    /// <param name="target">What attains 100%, in the unit of the measure, above zero.</param>
    /// <param name="targetPay">The pay at 100%, zero or more.</param>
    /// <param name="curve">What each attainment pays.</param>
    /// <param name="amountCap">The most that is paid, zero or more. Default: no cap.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentException">A value is outside its range, or the pay at a tier of the curve exceeds
    /// the range of a decimal.</exception>
    public static ComponentTerms Of(decimal target, decimal targetPay, PayoutCurve curve, decimal? amountCap = null)
    {
        Guard.Against.NotPositive(target);
        Guard.Against.BelowZero(targetPay);
        Guard.Against.Null(curve);
        decimal? cap = amountCap is { } most ? Guard.Against.BelowZero(most, nameof(amountCap)) : null;
        try
        {
            return new ComponentTerms(target, targetPay, curve, cap);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"Pay of {targetPay:#,0.##} at a target of {target:#,0.##} along {curve}"), nameof(targetPay), overflow);
        }
    }

    /// <summary>Returns whether both have the same target, pay, curve and cap.</summary>
    public bool Equals(ComponentTerms? other) =>
        other is not null
        && Target == other.Target
        && TargetPay == other.TargetPay
        && AmountCap == other.AmountCap
        && Curve == other.Curve;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, TargetPay, AmountCap, Curve);

    /// <summary>The terms in words.</summary>
    public override string ToString() => Invariant(
        $"{TargetPay:#,0.##} at {Target:#,0.##}, {Curve}{(AmountCap is { } cap ? Invariant($", at most {cap:#,0.##}") : "")}");

    /// <summary>How pay follows from attainment, for the words of a line; made when it is first asked for.</summary>
    internal string Explanation => _explanation ??=
        Invariant($"{TargetPay:#,0.00} at target, {Curve}{(AmountCap is { } cap ? Invariant($", at most {cap:#,0.00}") : "")}");

    /// <summary>Returns the pay for all that is credited, to the minor unit.</summary>
    internal decimal Amount(decimal credited, RoundingPolicy rounding) =>
        Whole(rounding).TryAmountAt(credited, out decimal pay) ? pay : rounding.RoundWithoutNoise(Amount(credited));

    /// <summary>Computes the pay for further credits, to the minor unit, as far as whole numbers give it.</summary>
    /// <returns>How many were paid; what is credited is that after the last of them.</returns>
    internal int Amounts(
        ref decimal credited,
        ReadOnlySpan<decimal> credits,
        RoundingPolicy rounding,
        Span<decimal> destination) => Whole(rounding).AmountsOfNext(ref credited, credits, destination);

    /// <summary>Returns the pay for all that is credited, not rounded.</summary>
    internal decimal Amount(decimal credited)
    {
        decimal pay = _pay.AmountAt(Math.Max(credited, 0m)); // below zero as at zero, where a flat amount may be due
        return pay > AmountCap ? AmountCap.GetValueOrDefault() : pay;
    }

    private WholeTierFunction Whole(RoundingPolicy rounding)
    {
        WholeTierFunction? whole = _whole;
        if (whole is null || whole.Policy != rounding)
        {
            _whole = whole = WholeTierFunction.Of(_pay, AmountCap, rounding);
        }

        return whole;
    }
}
