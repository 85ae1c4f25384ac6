using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The default sales processes of CRM systems.</summary>
/// <remarks>
/// Starting points: the probabilities are the defaults of the vendors and are not measured on the deals of a company.
/// Dynamics 365 has the stages Qualify, Develop, Propose and Close by default, without probabilities, so it has no
/// process here.
/// </remarks>
public static class StandardProcesses
{
    /// <summary>Gets the open stages of a new Salesforce org with its default probabilities. In Salesforce all of them
    /// are in the forecast category Pipeline.</summary>
    public static SalesProcess Salesforce { get; } = SalesProcess.Of(
        Stage("Prospecting", 0.10m),
        Stage("Qualification", 0.10m),
        Stage("Needs Analysis", 0.20m),
        Stage("Value Proposition", 0.50m),
        Stage("Id. Decision Makers", 0.60m),
        Stage("Perception Analysis", 0.70m),
        Stage("Proposal/Price Quote", 0.75m),
        Stage("Negotiation/Review", 0.90m));

    /// <summary>Gets the open stages of HubSpot's default sales pipeline with its default probabilities. HubSpot's
    /// internal names (appointmentscheduled) are the same without spaces and capitals, and are read as these
    /// stages.</summary>
    public static SalesProcess HubSpot { get; } = SalesProcess.Of(
        Stage("Appointment Scheduled", 0.20m),
        Stage("Qualified To Buy", 0.40m),
        Stage("Presentation Scheduled", 0.60m),
        Stage("Decision Maker Bought-In", 0.80m),
        Stage("Contract Sent", 0.90m));

    private static PipelineStage Stage(string name, decimal winProbability) =>
        new() { Name = name, WinProbability = winProbability };
}
