using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>The facts of a period for a plan, by meter and charge name.</summary>
internal sealed record OraclePeriod
{
    /// <summary>The part of a whole period that is billed.</summary>
    public ExactFraction Share { get; init; } = One;

    /// <summary>The part of the base fee that is owed, if it is not that of the period.</summary>
    public ExactFraction? FeeShare { get; init; }

    /// <summary>The part of the commitment of the billing period that is owed, if it is another one.</summary>
    public ExactFraction? FloorShare { get; init; }

    /// <summary>The part of the commitment of the contract year that is owed.</summary>
    public ExactFraction YearShare { get; init; } = One;

    public int ContractYear { get; init; } = 1;

    /// <summary>The number of the billing period in the contract.</summary>
    public int ContractPeriod { get; init; } = 1;

    public ExactFraction SpentInYear { get; init; }

    /// <summary>Gets whether the period is over, so that minimums and commitments are due.</summary>
    public bool IsOver { get; init; } = true;

    public bool IsLastOfYear { get; init; }

    /// <summary>The usage of each meter.</summary>
    public required IReadOnlyDictionary<string, ExactFraction> Usage { get; init; }

    /// <summary>The transactions of each meter for which they are known.</summary>
    public IReadOnlyDictionary<string, decimal[]> Transactions { get; init; } = new Dictionary<string, decimal[]>();

    /// <summary>The allowance carried to each charge.</summary>
    public IReadOnlyDictionary<string, ExactFraction> Carried { get; init; } = new Dictionary<string, ExactFraction>();
}
