namespace RevenueModel.Statistics;

/// <summary>The sums of a group that the credibility model uses.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Exposure">The sum of the exposures.</param>
/// <param name="Mean">The mean weighted by exposure; zero without exposure.</param>
/// <param name="SquaredDeviations">The sum of exposure times the squared deviation from the mean.</param>
/// <param name="DegreesOfFreedom">The number of observations less one; zero without exposure.</param>
internal readonly record struct GroupMoments(
    string Name, double Exposure, double Mean, double SquaredDeviations, double DegreesOfFreedom);
