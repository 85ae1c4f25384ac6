
namespace RevenueModel.Compensation;

/// <summary>Whether what a draw advances is taken back from later earnings.</summary>
public enum DrawKind
{
    /// <summary>It is: the draw is an advance, carried as a balance. The default.</summary>
    Recoverable = 0,

    /// <summary>It is not: the draw is a guarantee for each statement.</summary>
    NonRecoverable = 1,
}
