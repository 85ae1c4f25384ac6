
namespace RevenueModel.Architectures;

/// <summary>The published architectures. Each figure is carried as published, with its citation.</summary>
/// <remarks>
/// Published figures that contradict each other are not changed. The figures that they imply are computed separately,
/// as by <see cref="PublishedCoverage.Of"/>.
/// </remarks>
public static class PublishedArchitectures
{
    /// <summary>Gets the architecture of industrial IoT platforms in 2027: two buyers (IT and OT), two integrator
    /// channels.</summary>
    public static RevenueArchitecture IndustrialIot2027 { get; } = IndustrialIot2027Figures.Create();

    /// <summary>Gets the architecture of integration platforms as a service in 2027: integration volume, predictable
    /// tiers.</summary>
    public static RevenueArchitecture Ipaas2027 { get; } = Ipaas2027Figures.Create();

    /// <summary>Gets the architecture of services of industrial cybersecurity (OT and ICS) in 2027: indicators,
    /// reviews, a rollout plan and two champions. Segments and compensation plans are not published.</summary>
    public static RevenueArchitecture OtSecurity2027 { get; } = OtSecurity2027Figures.Create();
}
