using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A changed fact that affects pay stated before.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Before">The figure at the time of the statement, an amount, a quantity or a rate;
/// <see langword="null"/> if the fact has no figure.</param>
/// <param name="After">The current figure in the same unit, or <see langword="null"/> if the fact has no
/// figure.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PayChange(PayFact Fact, decimal? Before = null, decimal? After = null)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string fact = Fact switch
        {
            PayFact.Credited => "credit",
            PayFact.Target => "target",
            PayFact.TargetPay => "pay at target",
            PayFact.Attainment => "credit of other deals in the period",
            PayFact.Curve => "payout curve or cap",
            PayFact.Guarantee => "guarantee",
            PayFact.Reversal => "clawback or lapse",
            PayFact.Rate => "rate or amount",
            _ => "date or release of payment",
        };
        return Before is { } before && After is { } after
            ? Invariant($"{fact} {before:#,0.##} -> {after:#,0.##}")
            : fact + " changed";
    }
}

/// <summary>The facts whose change affects pay stated before.</summary>
public enum PayFact
{
    /// <summary>The counted amount of the deal.</summary>
    Credited = 0,

    /// <summary>The target of the measurement period.</summary>
    Target = 1,

    /// <summary>The pay at target of the measurement period.</summary>
    TargetPay = 2,

    /// <summary>The payout curve or the cap.</summary>
    Curve = 3,

    /// <summary>The attainment by other credits in the measurement period, or their order.</summary>
    Attainment = 4,

    /// <summary>The rate, the amount or the budget of a trigger, a SPIFF or a residual.</summary>
    Rate = 5,

    /// <summary>The day on which earned pay becomes payable.</summary>
    Payment = 6,

    /// <summary>A clawback, or pay that lapsed.</summary>
    Reversal = 7,

    /// <summary>The guarantee of a ramp, or the pay that it is compared with.</summary>
    Guarantee = 8,
}
