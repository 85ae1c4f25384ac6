using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a closing line: a guarantee, a draw, or a balance that is recovered, carried forward or
/// forgiven.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BalanceDetail : LineDetail
{
    /// <summary>Gets the rule.</summary>
    public required BalanceRule Rule { get; init; }

    /// <summary>Gets the payable amount before the line; for a ramp guarantee, the earned amount.</summary>
    public decimal Payable { get; init; }

    /// <summary>Gets the guarantee or the draw of the period.</summary>
    public decimal Draw { get; init; }

    /// <summary>Gets the balance before the line.</summary>
    public decimal Balance { get; init; }

    /// <summary>Gets the amount that stays payable after recovery.</summary>
    public decimal Kept { get; init; }

    /// <summary>Gets the negative pay that is carried forward.</summary>
    public decimal Carried { get; init; }

    /// <summary>Gets the day on which the plan ended, if it forgives the balance.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        string kept = Kept > 0m ? Invariant($", of which {Kept:#,0.00} stays payable") : "";
        return Rule switch
        {
            BalanceRule.RampGuarantee => Invariant($"guaranteed {Draw:#,0.00}, earned {Payable:#,0.00}"),
            BalanceRule.Draw => Invariant($"draw {Draw:#,0.00}, payable {Payable:#,0.00}"),
            BalanceRule.Forgiveness =>
                Invariant($"the plan ended on {EndedOn:R} and forgives the draw that is not recovered"),
            BalanceRule.CarriedForward =>
                Invariant($"payable {Payable:#,0.00}, of which {Carried:#,0.00} is carried forward"),
            _ => Invariant($"balance {Balance:#,0.00}, payable {Payable:#,0.00}{kept}"),
        };
    }
}

/// <summary>The rule of a closing line of a statement.</summary>
public enum BalanceRule
{
    /// <summary>The guarantee of a ramp raises earned pay.</summary>
    RampGuarantee = 0,

    /// <summary>A draw raises payable pay.</summary>
    Draw = 1,

    /// <summary>A balance is recovered.</summary>
    Recovery = 2,

    /// <summary>Negative pay is carried forward.</summary>
    CarriedForward = 3,

    /// <summary>A draw is forgiven.</summary>
    Forgiveness = 4,
}
