
namespace RevenueModel.Compensation;

/// <summary>What becomes of the balance of a recoverable draw when the plan ends or the person leaves.</summary>
public enum DrawEnd
{
    /// <summary>It stays owed: later earnings, if there are any, recover it. The default.</summary>
    Owed = 0,

    /// <summary>It is forgiven, which makes it earned.</summary>
    Forgiven = 1,
}
