
namespace RevenueModel.Compensation;

/// <summary>The kinds of statement lines, in the order in which lines are computed and listed.</summary>
public enum StatementLineKind
{
    /// <summary>A credit that does not count yet and earns nothing.</summary>
    Withheld = 0,

    /// <summary>Pay of a component for a credit, including a credit that was withheld before.</summary>
    Commission = 1,

    /// <summary>Pay for an expansion of a certain kind.</summary>
    Trigger = 2,

    /// <summary>Pay of a short-term incentive.</summary>
    Spiff = 3,

    /// <summary>Trailing pay on an account.</summary>
    Residual = 4,

    /// <summary>Pay earned before that became payable by vesting, an invoice or cash.</summary>
    Released = 5,

    /// <summary>Pay earned before that never becomes payable.</summary>
    Lapsed = 6,

    /// <summary>Pay that is recovered.</summary>
    Clawback = 7,

    /// <summary>A correction of earlier statements.</summary>
    Adjustment = 8,

    /// <summary>The amount that a guarantee of a ramp or a non-recoverable draw adds to earned pay.</summary>
    Guarantee = 9,

    /// <summary>The amount that a recoverable draw advances.</summary>
    DrawAdvance = 10,

    /// <summary>Pay that is deducted to recover an advanced draw.</summary>
    DrawRecovery = 11,

    /// <summary>An advanced draw that is forgiven, and counts as earned.</summary>
    DrawForgiven = 12,

    /// <summary>Negative pay of the statement, which is carried forward as a balance.</summary>
    CarriedForward = 13,

    /// <summary>Pay that is deducted to recover negative pay of earlier statements.</summary>
    CarriedRecovery = 14,
}
