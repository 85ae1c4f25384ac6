using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A plan and a part of a period in the midst of a contract, with transactions and what earlier periods left.
/// </summary>
public sealed record PricingPart
{
    public required PricePlan Plan { get; init; }

    /// <summary>The usage of each meter of the plan, the sum of its transactions where they are known.</summary>
    public required ValueList<decimal> Quantities { get; init; }

    /// <summary>The transactions of each meter, none where they are not known.</summary>
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
