using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of the pay of an expansion trigger or a SPIFF for a credit: a rate, an amount, or
/// both.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RateDetail : LineDetail
{
    /// <summary>Gets the credit.</summary>
    public required CompCredit Credit { get; init; }

    /// <summary>Gets the share of the credited amount that is paid, between 0 and 1.</summary>
    public decimal Rate { get; init; }

    /// <summary>Gets the fixed amount for the deal, or its change.</summary>
    public decimal Flat { get; init; }

    /// <summary>Gets whether a budget limits the pay.</summary>
    public bool IsCut { get; init; }

    /// <summary>Gets the gates that held the credit until it counted; empty if there were none.</summary>
    public ValueList<CreditGate> Gates { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        string rate = Rate != 0m ? Invariant($"{Rate * 100m:0.##}% of {Credit.Credited:#,0.##}") : "";
        string flat = Flat != 0m ? Invariant($"{Flat:#,0.00}") : "";
        string joined = rate.Length > 0 && flat.Length > 0 ? rate + " and " + flat : rate + flat;
        string nothing = Credit.Deal is null
            ? "nothing: the amount is for deals, and the credit names none"
            : "nothing more for this deal";
        return (joined.Length > 0 ? joined : nothing)
            + (IsCut ? ", cut to what the budget has left" : "")
            + (Gates.IsEmpty ? "" : "; withheld until now by " + GateText.Of(Gates));
    }
}
