using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The share of the open pipeline that is driven by regulation, and the quarters of the deadlines.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryPipeline
{
    /// <summary>Gets the number of open deals.</summary>
    public required int OpenCount { get; init; }

    /// <summary>Gets the amount of the open deals, unweighted.</summary>
    public required decimal OpenAmount { get; init; }

    /// <summary>Gets the regulation-driven deals by the quarter of their deadline, in order; those without a deadline
    /// are last.</summary>
    public required ValueList<RegulatoryQuarter> Quarters { get; init; }

    /// <summary>Gets the number of open deals that are driven by a regulation.</summary>
    public int DrivenCount
    {
        get
        {
            int count = 0;
            foreach (RegulatoryQuarter quarter in Quarters)
            {
                count += quarter.Count;
            }

            return count;
        }
    }

    /// <summary>Gets the amount of the open deals that are driven by a regulation, unweighted.</summary>
    public decimal DrivenAmount
    {
        get
        {
            decimal amount = 0m;
            foreach (RegulatoryQuarter quarter in Quarters)
            {
                amount += quarter.Amount;
            }

            return amount;
        }
    }

    /// <summary>Gets the share of open deals that are driven by a regulation, or <see langword="null"/> if no deal is
    /// open.</summary>
    public decimal? ShareByCount => OpenCount == 0 ? null : (decimal)DrivenCount / OpenCount;

    /// <summary>Gets the share of the open amount that is driven by a regulation, or <see langword="null"/> if the
    /// open amount is zero.</summary>
    public decimal? ShareByAmount => OpenAmount == 0m ? null : DrivenAmount / OpenAmount;

    /// <summary>Returns the number and the share of the open deals that are driven by a regulation.</summary>
    public override string ToString()
    {
        string share = ShareByAmount is { } byAmount ? Invariant($"{byAmount:0.0%} of the amount") : "no amount";
        return Invariant($"{DrivenCount:#,0} of {Plural.Of(OpenCount, "open deal")}, {share}, driven by regulation");
    }
}
