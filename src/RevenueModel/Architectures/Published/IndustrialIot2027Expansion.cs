using RevenueModel.Expansion;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The figures of expansion of the industrial IoT document.</summary>
/// <remarks>The names of the drivers are published. Quantity, effect and role follow from the roles of section
/// 3.</remarks>
internal static class IndustrialIot2027Expansion
{
    private const string Csm = "CSM";
    private const string Overlay = "AI/Digital-Twin Specialist overlay";

    private static readonly Band<decimal> AiUplift = Band.Between(0.34m, 0.58m);

    public static ExpansionFigures Create() => new()
    {
        Drivers =
        [
            Driver("connected-asset count", "connected assets", DriverEffect.MoreUnits, Csm),
            Driver("data-volume tier upgrades", "data volume", DriverEffect.HigherTier, Csm),
            Driver("predictive maintenance AI attach", "accounts with the AI", DriverEffect.AddedModule, Overlay) with
            {
                Uplift = AiUplift,
            },
            Driver("digital-twin module attach", "accounts with the module", DriverEffect.AddedModule, Overlay),
            Driver("edge-compute module", "accounts with the module", DriverEffect.AddedModule, Csm),
            Driver("OT-IT integration", "accounts with the integration", DriverEffect.AddedModule, Csm),
            Driver("advanced analytics and ML notebooks", "accounts with them", DriverEffect.AddedModule, Csm),
        ],
        ModuleUplift = AiUplift,
        AttachLagPoints = Band.Between(35m, 50m),
        Citation = IndustrialIot2027Figures.Section("Direct Answer, 7.3"),
    };

    private static ExpansionDriver Driver(string name, string quantity, DriverEffect effect, string role) => new()
    {
        Name = name,
        Quantity = quantity,
        Effect = effect,
        WatchedBy = role,
        Citation = IndustrialIot2027Figures.Section("Direct Answer"),
    };
}
