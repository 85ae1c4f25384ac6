using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>How much of the open pipeline is driven by regulation, and when its deadlines fall.</summary>
public sealed record RegulatoryPipeline
{
    /// <summary>The number of open deals.</summary>
    public required int OpenCount { get; init; }

    /// <summary>The amount of the open deals, unweighted.</summary>
    public required decimal OpenAmount { get; init; }

    /// <summary>The regulation-driven deals by the quarter of their deadline, in order, those without one
    /// last.</summary>
    public required ValueList<RegulatoryQuarter> Quarters { get; init; }

    /// <summary>The number of open deals that a regulation drives.</summary>
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

    /// <summary>The amount of the open deals that a regulation drives, unweighted.</summary>
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

    /// <summary>The share of open deals that a regulation drives, or <see langword="null"/> where none is
    /// open.</summary>
    public decimal? ShareByCount => OpenCount == 0 ? null : (decimal)DrivenCount / OpenCount;

    /// <summary>The share of the open amount that a regulation drives, or <see langword="null"/> where it is
    /// zero.</summary>
    public decimal? ShareByAmount => OpenAmount == 0m ? null : DrivenAmount / OpenAmount;

    /// <summary>Returns how many of the open deals, and what share of their amount, a regulation drives.</summary>
    public override string ToString()
    {
        string share = ShareByAmount is { } byAmount ? Invariant($"{byAmount:0.0%} of the amount") : "no amount";
        return Invariant($"{DrivenCount:#,0} of {Plural.Of(OpenCount, "open deal")}, {share}, driven by regulation");
    }
}
