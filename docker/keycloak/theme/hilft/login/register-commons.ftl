<#macro termsAcceptance>
  <#if termsAcceptanceRequired??>
    <#assign forum = (client.baseUrl!"/")?remove_ending("/")>
    <#assign refused = messagesPerField.existsError("termsAccepted")>
    <div class="hilft-terms">
      <input type="checkbox" id="termsAccepted" name="termsAccepted" required
             aria-invalid="${refused?c}"<#if refused> aria-describedby="input-error-terms-accepted"</#if>>
      <label for="termsAccepted">
        ${msg("hilftTermsBefore")}
        <a href="${forum}/legal/terms" target="_blank" rel="noopener">${msg("hilftTermsLink")}</a>
        ${msg("hilftTermsBetween")}
        <a href="${forum}/legal/privacy" target="_blank" rel="noopener">${msg("hilftPrivacyLink")}</a>
        ${msg("hilftTermsAfter")}
      </label>
      <#if refused>
        <p id="input-error-terms-accepted" class="hilft-error" role="alert">${messagesPerField.get("termsAccepted")}</p>
      </#if>
    </div>
  </#if>
</#macro>
