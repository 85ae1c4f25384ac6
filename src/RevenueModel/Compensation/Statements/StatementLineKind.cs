
namespace RevenueModel.Compensation;

/// <summary>What a line of a statement is for, in the order in which lines are computed and stated.</summary>
public enum StatementLineKind
{
    /// <summary>A credit that does not count yet; nothing is earned.</summary>
    Withheld = 0,

    /// <summary>Pay of a component for a credit, or for one that had been withheld and counts now.</summary>
    Commission = 1,

    /// <summary>Pay for an expansion of a certain kind.</summary>
    Trigger = 2,

    /// <summary>Pay of a short-term incentive.</summary>
    Spiff = 3,

    /// <summary>Trailing pay on an account.</summary>
    Residual = 4,

    /// <summary>Pay earned before that has vested, or has been invoiced or paid by the customer.</summary>
    Released = 5,

    /// <summary>Pay earned before that never becomes payable.</summary>
    Lapsed = 6,

    /// <summary>Pay that is taken back.</summary>
    Clawback = 7,

    /// <summary>What brings earlier statements to what they should have been.</summary>
    Adjustment = 8,

    /// <summary>What a guarantee, of a ramp or of a non-recoverable draw, adds to what was earned.</summary>
    Guarantee = 9,

    /// <summary>What a draw advances.</summary>
    DrawAdvance = 10,

    /// <summary>What is taken back of what was advanced.</summary>
    DrawRecovery = 11,

    /// <summary>A balance that is forgiven, and so earned.</summary>
    DrawForgiven = 12,

    /// <summary>What a negative statement would have taken, owed from now on.</summary>
    CarriedForward = 13,
}
