
namespace RevenueModel.Compensation;

/// <summary>What an existing customer does that pays by an <see cref="ExpansionTrigger"/>.</summary>
public enum ExpansionTriggerKind
{
    /// <summary>Moves up a volume tier.</summary>
    VolumeTierUpgrade = 0,

    /// <summary>Attaches a module.</summary>
    ModuleAttach = 1,

    /// <summary>Rolls out to a new site.</summary>
    NewSite = 2,

    /// <summary>Activates AI.</summary>
    AiActivation = 3,
}
