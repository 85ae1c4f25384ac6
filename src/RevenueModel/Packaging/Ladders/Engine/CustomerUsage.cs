
namespace RevenueModel.Packaging;

/// <summary>A customer: where its months stand, the level it commits to, and what it pays today.</summary>
/// <param name="Start">The position of its first month.</param>
/// <param name="Months">Its months.</param>
/// <param name="Level">The usage it commits to cover.</param>
/// <param name="Today">The sum of its bills.</param>
/// <param name="Changes">The sum of the absolute changes from each bill to the next.</param>
internal readonly record struct CustomerUsage(int Start, int Months, decimal Level, decimal Today, decimal Changes)
{
    /// <summary>By level, then by bills: an order that does not depend on the one in which customers came, so that sums do
    /// not either, to the last digit.</summary>
    public static int Compare(CustomerUsage left, CustomerUsage right)
    {
        int order = left.Level.CompareTo(right.Level);
        order = order != 0 ? order : left.Today.CompareTo(right.Today);
        return order != 0 ? order : left.Changes.CompareTo(right.Changes);
    }
}
