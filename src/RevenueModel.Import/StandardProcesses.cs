using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The sales processes that CRM systems are delivered with.</summary>
/// <remarks>
/// Starting points: the probabilities are the vendors' defaults and say nothing of a company's deals. Dynamics 365 is
/// delivered with the stages Qualify, Develop, Propose and Close and without probabilities, so that there is no
/// process of it here.
/// </remarks>
public static class StandardProcesses
{
    /// <summary>The open stages of a new Salesforce org and its default probabilities; Salesforce has all of them in
    /// the forecast category Pipeline.</summary>
    public static SalesProcess Salesforce { get; } = SalesProcess.Of(
        Stage("Prospecting", 0.10m),
        Stage("Qualification", 0.10m),
        Stage("Needs Analysis", 0.20m),
        Stage("Value Proposition", 0.50m),
        Stage("Id. Decision Makers", 0.60m),
        Stage("Perception Analysis", 0.70m),
        Stage("Proposal/Price Quote", 0.75m),
        Stage("Negotiation/Review", 0.90m));

    /// <summary>The open stages of HubSpot's default sales pipeline and its default probabilities. HubSpot's internal
    /// names (appointmentscheduled) are the same without spaces and capitals, and are read as these stages.</summary>
    public static SalesProcess HubSpot { get; } = SalesProcess.Of(
        Stage("Appointment Scheduled", 0.20m),
        Stage("Qualified To Buy", 0.40m),
        Stage("Presentation Scheduled", 0.60m),
        Stage("Decision Maker Bought-In", 0.80m),
        Stage("Contract Sent", 0.90m));

    private static PipelineStage Stage(string name, decimal winProbability) =>
        new() { Name = name, WinProbability = winProbability };
}
