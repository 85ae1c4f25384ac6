using System.Globalization;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The terms of a component in one measurement period: target and pay at target, prorated and ramped, with
/// curve and cap.</summary>
/// <remarks>Immutable; equal by value. Created once for a person and period, and evaluated for each credit by
/// <see cref="CommissionCalculator"/>. Tier boundaries are converted to credit, so a rounded attainment is never
/// compared with a boundary.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ComponentTerms
{
    private readonly TierFunction _pay;
    private string? _explanation;
    private WholeTierFunction? _whole; // the pay in minor units, created on first use

    /// <summary>Creates terms from figures that are in range. The caller handles an overflow.</summary>
    internal ComponentTerms(decimal target, decimal targetPay, PayoutCurve curve, decimal? amountCap)
    {
        Target = target;
        TargetPay = targetPay;
        Curve = curve;
        AmountCap = amountCap;
        _pay = curve.Function.Scale(target, targetPay);
    }

    /// <summary>Creates terms from rates that are in range.</summary>
    internal ComponentTerms(TierSchedule rates, decimal? amountCap, decimal? target = null)
    {
        Target = target;
        Rates = rates;
        AmountCap = amountCap;
        _pay = rates.Function;
    }

    // Copies terms so that tiers above the first apply only from a credit on.
    private ComponentTerms(ComponentTerms terms, decimal acceleratedFrom)
    {
        Target = terms.Target;
        TargetPay = terms.TargetPay;
        Curve = terms.Curve;
        Rates = terms.Rates;
        AmountCap = terms.AmountCap;
        AcceleratedFrom = acceleratedFrom;
        _pay = terms._pay.AtFirstRateUpTo(acceleratedFrom);
    }

    /// <summary>Gets the credit at 100% attainment, above zero; <see langword="null"/> if rates are paid without a
    /// target.</summary>
    public decimal? Target { get; }

    /// <summary>Gets the pay at 100%, zero or more; <see langword="null"/> if rates are paid.</summary>
    public decimal? TargetPay { get; }

    /// <summary>Gets the payout curve; <see langword="null"/> if rates are paid.</summary>
    public PayoutCurve? Curve { get; }

    /// <summary>Gets the rates in money; <see langword="null"/> if the component is paid by target.</summary>
    public TierSchedule? Rates { get; }

    /// <summary>Gets the credit of the period up to which only the rate of the first tier applies; zero or
    /// more.</summary>
    public decimal AcceleratedFrom { get; }

    /// <summary>Gets the maximum pay, or <see langword="null"/> if the pay is not capped.</summary>
    public decimal? AmountCap { get; }

    /// <summary>Creates the terms of a measurement period.</summary>
    /// <param name="target">The credit at 100% attainment, in the unit of the measure; above zero.</param>
    /// <param name="targetPay">The pay at 100% attainment; zero or more.</param>
    /// <param name="curve">The payout curve.</param>
    /// <param name="amountCap">The maximum pay; zero or more. Default: no cap.</param>
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
                Invariant($"Pay of {targetPay:#,0.##} at a target of {target:#,0.##} along {curve}"),
                nameof(targetPay),
                overflow);
        }
    }

    /// <summary>Creates the terms of rates in money.</summary>
    /// <param name="rates">The rates by credit of the period; the last tier has no end.</param>
    /// <param name="amountCap">The maximum pay; zero or more. Default: no cap.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentException">The last tier has an end, or the cap is negative.</exception>
    public static ComponentTerms OfRates(TierSchedule rates, decimal? amountCap = null)
    {
        Guard.Against.Null(rates);
        decimal? cap = amountCap is { } most ? Guard.Against.BelowZero(most, nameof(amountCap)) : null;
        return rates.UpTo is { } end
            ? throw DomainGuards.OutOfRange(
                nameof(rates), rates, Invariant($"an open last tier, instead of one to {end},"))
            : new ComponentTerms(rates, cap);
    }

    /// <summary>Returns the terms with tiers above the first applied only from a credit on.</summary>
    internal ComponentTerms AcceleratingFrom(decimal credited) =>
        credited > 0m ? new ComponentTerms(this, credited) : this;

    /// <summary>Returns whether both have the same target, pay, curve or rates, and cap.</summary>
    /// <param name="other">The other terms; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(ComponentTerms? other) =>
        other is not null
        && Target == other.Target
        && TargetPay == other.TargetPay
        && AmountCap == other.AmountCap
        && AcceleratedFrom == other.AcceleratedFrom
        && Curve == other.Curve
        && Rates == other.Rates;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, TargetPay, AmountCap, AcceleratedFrom, Curve, Rates);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Format("#,0.##") + Capped("#,0.##");

    /// <summary>Gets a readable description for a statement line, created on first use.</summary>
    internal string Explanation => _explanation ??= Format("#,0.00") + Capped("#,0.00");

    /// <summary>Gets the rate of the first tier: the pay per unit just above zero.</summary>
    internal decimal FirstRate => _pay.Pieces[0].Rise / _pay.Pieces[0].Run;

    private string Format(string money)
    {
        string pay = Rates is { } rates
            ? rates.ToString()
            : TargetPay!.Value.ToString(money, CultureInfo.InvariantCulture) + " at "
                + (money == "#,0.00" ? "target" : Invariant($"{Target:#,0.##}")) + $", {Curve}";
        return pay + (AcceleratedFrom > 0m ? Invariant($", at the first rate up to {AcceleratedFrom:#,0.##}") : "");
    }

    private string Capped(string money) =>
        AmountCap is { } cap ? ", at most " + cap.ToString(money, CultureInfo.InvariantCulture) : "";

    /// <summary>Returns the pay for the total credit, rounded to the minor unit.</summary>
    internal decimal Amount(decimal credited, RoundingPolicy rounding) =>
        Whole(rounding).TryAmountAt(credited, out decimal pay) ? pay : rounding.RoundWithoutNoise(Amount(credited));

    /// <summary>Computes the pay for further credits in minor units, as far as integer arithmetic gives it.</summary>
    /// <returns>The number of credits that were paid. The total credit is that after the last of them.</returns>
    internal int Amounts(
        ref decimal credited,
        ReadOnlySpan<decimal> credits,
        RoundingPolicy rounding,
        Span<decimal> destination) => Whole(rounding).AmountsOfNext(ref credited, credits, destination);

    /// <summary>Returns the pay for the total credit, not rounded.</summary>
    internal decimal Amount(decimal credited)
    {
        // A negative total pays the same as zero, where a flat amount may be due.
        decimal pay = _pay.AmountAt(Math.Max(credited, 0m));
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
