using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A plan and a partial period in the middle of a contract, with transactions and the balances of earlier periods.
/// </summary>
public sealed record PricingPart
{
    public required PricePlan Plan { get; init; }

    /// <summary>The usage of each meter of the plan; the sum of its transactions if they are known.</summary>
    public required ValueList<decimal> Quantities { get; init; }

    /// <summary>The transactions of each meter; none if they are not known.</summary>
    public required ValueList<ValueList<decimal>> Transactions { get; init; }

    /// <summary>The allowance carried to each charge.</summary>
    public required ValueList<decimal> Carried { get; init; }

    public required int Days { get; init; }

    public required int OfDays { get; init; }

    public required int ContractYear { get; init; }

    public required int ContractPeriod { get; init; }

    public required decimal SpentInYear { get; init; }

    public required bool IsOver { get; init; }

    public required bool IsLastOfYear { get; init; }
}
